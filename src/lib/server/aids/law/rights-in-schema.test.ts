import { expect, it } from 'vitest';
import { rightSchema } from '../right-schema';
import { rightsAsCompiled } from './law-as-published';

it('every right of the catalogue may be edited with the schema it was built with', async () => {
  const rights = await rightsAsCompiled();
  expect(rights.size).toBeGreaterThanOrEqual(480);
  const outside = [...rights.values()].flatMap(({ right }) => {
    const read = rightSchema.safeParse(right);
    return read.success ? [] : read.error.issues.map(({ path }) => `${right.id}: ${path.join('.')}`);
  });
  expect(outside).toEqual([]);
});
