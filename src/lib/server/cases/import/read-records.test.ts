import { afterAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fileFolder } from '../../../../../tests/support/portfolio-file';
import { inspectFile } from './inspect-file';
import { readRecords, type FileRecord } from './read-records';

const files = fileFolder();
afterAll(() => files.close());

async function recordsOf(content: string | Uint8Array): Promise<FileRecord[]> {
  const file = await inspectFile(files.write(content));
  if (!file.ok) throw new Error(file.why.code);
  const all: FileRecord[] = [];
  for await (const records of readRecords(file.value)) all.push(...records);
  return all;
}
const cellsOf = async (content: string | Uint8Array) => (await recordsOf(content)).map(({ cells }) => cells);

describe('readRecords', () => {
  it.each([
    ['line feeds', 'a;b\n1;2\n'],
    ['carriage returns and line feeds', 'a;b\r\n1;2\r\n'],
    ['carriage returns', 'a;b\r1;2\r'],
    ['no end to the last line', 'a;b\n1;2'],
    ['empty lines', 'a;b\n\n\n1;2\n\n'],
    ['a byte order mark', '\ufeffa;b\n1;2\n'],
    ['commas', 'a,b\n1,2\n'],
    ['tabs', 'a\tb\n1\t2\n']
  ])('reads a file with %s', async (_what, content) => {
    expect(await cellsOf(content)).toEqual([
      ['a', 'b'],
      ['1', '2']
    ]);
  });

  it('numbers records, not lines: a quoted cell may hold line breaks, separators and quotes', async () => {
    const records = await recordsOf('a;b\n"12 rue\n""des Lilas"";";2\r\n3;4\n');
    expect(records.map(({ record, cells }) => [record, cells])).toEqual([
      [1, ['a', 'b']],
      [2, ['12 rue\n"des Lilas";', '2']],
      [3, ['3', '4']]
    ]);
  });

  it('takes a quote inside an unquoted cell for a character', async () => {
    expect(await cellsOf('a;b\nrue "des Lilas";2\n')).toEqual([
      ['a', 'b'],
      ['rue "des Lilas"', '2']
    ]);
  });

  it('reads lines of any length, as they are', async () => {
    expect(await cellsOf('a;b\n1\n1;2;3\n')).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  it('reads all letters of Windows-1252', async () => {
    const letters = Buffer.from([0x63, 0x9c, 0x75, 0x72, 0x3b, 0x80, 0x92, 0xe9, 0xe7, 0x0a]);
    expect(await cellsOf(letters)).toEqual([['cœur', '€’éç']]);
  });

  it.each([
    ['a quote that is never closed', 'a;b\n1;2\n"3;4\n5;6\n', 'quote_never_closed'],
    ['a quote that stays open too long', `a;b\n1;2\n"3;4\n${'5;6\n'.repeat(40_000)}`, 'record_too_long'],
    ['a cell too long, without any quote', `a;b\n1;2\n3;${'4'.repeat(70_000)}\n5;6\n`, 'record_too_long']
  ])('gives all records before %s, then says why it stops', async (_what, content, why) => {
    const records = await recordsOf(content);
    expect(records.map(({ record, cells }) => [record, cells])).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
      [3, why]
    ]);
  });

  it('reads a large file whole, letters and line ends across its pieces included', async () => {
    const line = '"é’œ🙂 مرحبا";"deux\r\nlignes"\r\n';
    for (const shift of [0, 1, 2, 3]) {
      const records = await cellsOf(`${'x'.repeat(shift)};b\r\n${line.repeat(20_000)}`);
      expect(records).toHaveLength(20_001);
      expect(new Set(records.slice(1).map((cells) => JSON.stringify(cells)))).toEqual(
        new Set([JSON.stringify(['é’œ🙂 مرحبا', 'deux\r\nlignes'])])
      );
    }
  });

  it('reads back any cells that were written as CSV', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0'));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (rows, lineEnd) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const content = [['é', 'b', 'c'], ...rows].map((cells) => cells.map(quoted).join(';')).join(lineEnd);
        expect(await cellsOf(content)).toEqual([['é', 'b', 'c'], ...rows]);
      }),
      { numRuns: 50 }
    );
  });
});
