import { describe, expect, it } from 'vitest';
import { productFiles, projectFiles, textOf } from './sources';

const FOLDER = 'src/lib/i18n/messages/fr/';

/** Every key of every message file, with the file it stands in. */
const keys = projectFiles
  .filter((file) => file.startsWith(FOLDER))
  .flatMap((file) =>
    Object.keys(JSON.parse(textOf(file)) as Record<string, unknown>)
      .filter((key) => key !== '$schema')
      .map((key) => ({ key, file: file.slice(FOLDER.length) }))
  );

/** Words written before the screen that will show them. Empty it when the screens are there. */
const AWAITED =
  /^home_(menu|links)_aids|^aids_(result_(closed_over|because|usual)|unknown_amount|plot_floor)$/;

describe('messages', () => {
  it('stand in one file each', () => {
    const twice = keys.filter(({ key }, index) => keys.findIndex((other) => other.key === key) !== index);
    expect(twice).toEqual([]);
  });

  it('leave hours to the rules: a timetable written in a sentence is a second truth', () => {
    const withHours = projectFiles
      .filter((file) => file.startsWith(FOLDER))
      .flatMap((file) => textOf(file).split('\n'))
      .filter((line) => /de \d+\s?h.? à \d+\s?h/.test(line));
    expect(withHours).toEqual([]);
  });

  it('are all shown somewhere', () => {
    const used = new Set(
      productFiles.flatMap((file) => [...textOf(file).matchAll(/\bm\.([a-z0-9_]+)/g)].map(([, key]) => key!))
    );
    expect(
      keys.filter(({ key }) => !used.has(key) && !AWAITED.test(key)).map(({ key, file }) => `${file}: ${key}`)
    ).toEqual([]);
  });
});
