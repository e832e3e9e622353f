import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { REFERENCE_HOUSEHOLDS } from '../generated/law-watch';

it('the households a change is shown against are the 314 the engine is tested with', () => {
  const tested = readFileSync('tests/aids/reference-households.jsonl', 'utf8').trim().split('\n');
  expect(REFERENCE_HOUSEHOLDS).toEqual(
    tested.map((line) => {
      const { id, input } = JSON.parse(line) as { id: string; input: unknown };
      return { id, input };
    })
  );
});
