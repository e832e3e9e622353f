import { expect, it } from 'vitest';
import { eachOnItsOwn } from './each-on-its-own';

it('does all, one after the other, and then says what failed', async () => {
  const done: number[] = [];
  const work = async (item: number) => {
    if (item % 2 === 0) throw new Error(`not ${item}`);
    done.push(item);
  };
  const failed = eachOnItsOwn([1, 2, 3, 4, 5], work);
  await expect(failed).rejects.toMatchObject({ errors: [new Error('not 2'), new Error('not 4')] });
  expect(done).toEqual([1, 3, 5]);
  await expect(eachOnItsOwn([1, 3], work)).resolves.toBeUndefined();
});

it('takes work that throws before it promises anything for a failure of that item', async () => {
  const done: number[] = [];
  const work = (item: number) => {
    if (item === 1) throw new Error('at once');
    done.push(item);
    return Promise.resolve();
  };
  await expect(eachOnItsOwn([1, 2], work)).rejects.toThrow('1 of 2 failed');
  expect(done).toEqual([2]);
});
