import { describe, expect, it } from 'vitest';
import { close, drain, isDraining, onClose, onDrain } from './shutdown';

describe('the end of the process', () => {
  it('drains first, closes afterwards, each thing once', async () => {
    const done: string[] = [];
    onClose(() => void done.push('pool'));
    onDrain(async () => void done.push('streams'));
    expect(isDraining()).toBe(false);
    await drain(100);
    expect(isDraining()).toBe(true);
    expect(done).toEqual(['streams']);
    await close(100);
    await drain(100);
    await close(100);
    expect(done).toEqual(['streams', 'pool']);
  });

  it('goes on when one of them fails', async () => {
    const done: string[] = [];
    onDrain(() => {
      throw new Error('broken');
    });
    onDrain(() => void done.push('other'));
    await drain(100);
    expect(done).toEqual(['other']);
  });

  it('does not wait longer than it was told to', async () => {
    onDrain(() => new Promise(() => {}));
    const before = Date.now();
    await drain(50);
    expect(Date.now() - before).toBeLessThan(1_000);
  });
});
