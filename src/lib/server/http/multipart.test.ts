import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenMultipart, boundaryOf, readMultipart } from './multipart';

const BOUNDARY = '----oxygene-test';

interface Part {
  name: string;
  fileName?: string;
  content: Buffer;
}

function formOf(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ name, fileName, content }) => [
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${
        fileName === undefined ? '' : `; filename="${fileName}"\r\ncontent-type: text/csv`
      }\r\n\r\n`
    ),
    content,
    Buffer.from('\r\n')
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

async function* inChunks(body: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

async function readAll(body: Buffer, size: number): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const event of readMultipart(inChunks(body, size), BOUNDARY)) {
    if (event.kind === 'part') {
      const { name, fileName } = event;
      parts.push({ name, ...(fileName !== null && { fileName }), content: Buffer.alloc(0) });
    } else if (event.kind === 'data') {
      const last = parts.at(-1)!;
      last.content = Buffer.concat([last.content, event.bytes]);
    }
  }
  return parts;
}

describe('a form with files, read as a stream', () => {
  it('gives its parts in order, files with their names', async () => {
    const parts = [
      { name: 'dryRun', content: Buffer.from('yes') },
      { name: 'file', fileName: 'été "1".csv'.replaceAll('"', '%22'), content: Buffer.from('a;b\r\n1;2\r\n') }
    ];
    const read = await readAll(formOf(parts), 7);
    expect(read[0]).toEqual({ name: 'dryRun', content: Buffer.from('yes') });
    expect(read[1]).toMatchObject({ name: 'file', fileName: 'été "1".csv' });
    expect(read[1]!.content.toString()).toBe('a;b\r\n1;2\r\n');
  });

  it('is the same whatever the size of the chunks, also when content looks like a boundary', async () => {
    const almost = fc.constantFrom('\r', '\n', '\r\n', '\r\n--', `\r\n--${BOUNDARY.slice(0, -1)}`, 'x', '--');
    await fc.assert(
      fc.asyncProperty(
        fc.array(almost, { maxLength: 20 }),
        fc.integer({ min: 1, max: 90 }),
        async (bits, size) => {
          const content = Buffer.from(bits.join(''));
          const read = await readAll(formOf([{ name: 'file', fileName: 'f.csv', content }]), size);
          expect(read).toHaveLength(1);
          expect(read[0]!.content.equals(content)).toBe(true);
        }
      )
    );
  });

  it('refuses a body cut short, wherever it is cut', async () => {
    const whole = formOf([{ name: 'file', fileName: 'f.csv', content: Buffer.from('a;b') }]);
    for (let length = 0; length < whole.length - 4; length += 5) {
      await expect(readAll(whole.subarray(0, length), 16)).rejects.toThrow(BrokenMultipart);
    }
  });

  it('refuses a head without end', async () => {
    const endless = Buffer.from(`--${BOUNDARY}\r\n${'x'.repeat(40_000)}`);
    await expect(readAll(endless, 1_000)).rejects.toThrow(BrokenMultipart);
  });

  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['application/x-www-form-urlencoded', null],
    ['multipart/form-data', null],
    [null, null]
  ])('%s announces %s', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });
});
