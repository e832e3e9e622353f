import { describe, expect, it } from 'vitest';
import { productFiles, textOf } from './sources';

/** Product files whose text, without comments, matches. */
const filesWith = (pattern: RegExp) =>
  productFiles
    .filter((file) => !/\/generated\/|paraglide/.test(file))
    .filter((file) => pattern.test(textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
    .sort();

describe('text stays text', () => {
  it('no page writes markup from a value: Svelte escapes each where it stands', () => {
    const pattern =
      /\{@html|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc/;
    expect(filesWith(pattern)).toEqual([]);
  });

  it('no text becomes a program', () => {
    expect(filesWith(/\beval\(|new Function\(|setTimeout\(\s*['"`]/)).toEqual([]);
  });

  it('statements are made of pieces in a few files only, none of which a person can write', () => {
    expect(filesWith(/\bsql\.raw\(|\.unsafe\(|\bunsafe\(/)).toEqual([
      // names of tables and columns of the schema
      'src/lib/server/aids/load-bodies.ts',
      // names of columns, written in the same file
      'src/lib/server/cases/import/batch-repository.ts',
      // passes on what Drizzle made, and statements made once from Drizzle's own: values apart
      'src/lib/server/db/client.ts',
      'src/lib/server/db/enter.ts',
      'src/lib/server/db/look.ts',
      'src/lib/server/db/reading.ts',
      'src/lib/server/db/writing.ts',
      // roles and databases cannot be parameters: their names are ours, their passwords random base64url
      'src/lib/server/platform/app-role.ts',
      'src/lib/server/platform/database-setup.ts',
      'src/lib/server/platform/embedded-postgres.ts'
    ]);
  });
});
