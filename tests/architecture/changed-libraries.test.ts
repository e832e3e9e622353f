import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedText, LIBRARY_CHANGES } from '../../src/bin/start/changed-libraries';

const LIBRARIES = path.resolve(import.meta.dirname, '../../node_modules');

describe('libraries that are built otherwise than they are published', () => {
  it.each(LIBRARY_CHANGES.flatMap(({ name, files }) => files.map((file) => ({ name, ...file }))))(
    '$name: $file says what is changed in it',
    (changed) => {
      const text = readFileSync(path.join(LIBRARIES, changed.file), 'utf8');
      expect(changedText(changed, text)).not.toBe(text);
    }
  );

  it('does not take a file that says it otherwise, or twice', () => {
    const changed = { file: 'a.js', changes: [['one', 'two']] } as const;
    expect(changedText(changed, 'only one')).toBe('only two');
    expect(() => changedText(changed, 'nothing')).toThrow('0 times');
    expect(() => changedText(changed, 'one and one')).toThrow('2 times');
  });
});
