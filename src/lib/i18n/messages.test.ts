import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeset } from './typeset';

const folder = new URL('./messages/fr/', import.meta.url);

/** Every French text of the product: file, key, words. */
const texts = readdirSync(folder).flatMap((file) =>
  Object.entries<unknown>(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
    .filter((entry): entry is [string, string] => !entry[0].startsWith('$') && typeof entry[1] === 'string')
    .map(([key, text]) => ({ file, key, text }))
);

const keysWhere = (isWrong: (text: string) => boolean) =>
  texts.filter(({ text }) => isWrong(text)).map(({ file, key, text }) => `${file} ${key}: ${text}`);

describe('the words of the product', () => {
  it('are there to be read', () => {
    expect(texts.length).toBeGreaterThan(150);
  });

  it('are typeset: run `npx tsx src/bin/typeset-messages.ts` to set them', () => {
    expect(keysWhere((text) => typeset(text) !== text)).toEqual([]);
  });

  it('never raise the voice, give orders or threaten', () => {
    expect(
      keysWhere((text) =>
        /!|vous devez (\S+ )?\S+(er|ir|re)\b|vous êtes tenu|dernière? (chance|avis|rappel)|mise en demeure/i.test(
          text
        )
      )
    ).toEqual([]);
  });

  it('are named after their file', () => {
    const misplaced = texts.filter(({ file, key }) => !key.startsWith(`${file.replace('.json', '')}_`));
    expect(misplaced.map(({ file, key }) => `${file} ${key}`)).toEqual([]);
  });
});
