import { chmodSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { fileFolder } from '../../../../../tests/support/portfolio-file';
import { inspectFile } from './inspect-file';

const files = fileFolder();
afterAll(() => files.close());
const inspect = (content: string | Uint8Array) => inspectFile(files.write(content));
const latin = (text: string) => Buffer.from(text, 'latin1');

describe('inspectFile', () => {
  it.each([
    ['plain letters', Buffer.from('nom;prenom\nDurand;Theo\n'), 'utf-8'],
    ['UTF-8', Buffer.from('nom;prenom\nLefèvre;Zoé 🙂\n'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeffnom;prenom\nLefèvre;Zoé\n'), 'utf-8'],
    ['Windows-1252', latin('nom;prenom\nLef\xe8vre;Zo\xe9\n'), 'windows-1252'],
    ['Windows-1252 with an accent in its last byte', latin('nom;prenom\nLefevre;Zo\xe9'), 'windows-1252'],
    [
      'Windows-1252 with one name that somebody garbled long ago',
      latin(`Andr\xc3\xa9;${'Zo\xe9;'.repeat(30)}`),
      'windows-1252'
    ],
    ['Windows-1252 in capitals and quotes', latin('SOCI\xc9T\xc9;\xab CAF\xc9\xbb\n'), 'windows-1252'],
    [
      'Windows-1252 that is accented only after a megabyte',
      latin(`${'nom;x\n'.repeat(200_000)}\xe9`),
      'windows-1252'
    ]
  ])('sees %s', async (_what, content, encoding) => {
    expect(await inspect(content)).toMatchObject({ ok: true, value: { encoding, bytes: content.length } });
  });

  it.each([
    ['nom;prenom;ville\n', ';'],
    ['nom,prenom,ville\n', ','],
    ['nom\tprenom\tville\n', '\t'],
    ['nom;prenom\n"a,b,c,d,e",f\n', ';']
  ])('sees what separates the cells of %j', async (content, delimiter) => {
    expect(await inspect(content)).toMatchObject({ value: { delimiter } });
  });

  it('sees UTF-8 letters that stand across the pieces in which a file is read', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const content = 'x'.repeat(shift) + '🙂'.repeat(300_000);
      expect(await inspect(content)).toMatchObject({ value: { encoding: 'utf-8' } });
    }
  });

  it.each([
    ['a UTF-8 file with one damaged letter', Buffer.concat([Buffer.from('Lefèvre;Zoé;'), latin('\xe9;')])],
    ['a marked file with one damaged letter', Buffer.concat([Buffer.from('\ufeffnom;'), latin('\xe9;')])],
    [
      'two files joined, one of each, as many letters in both',
      Buffer.concat([Buffer.from('Lefèvre;Zoé\n'), latin('Lef\xe8vre;Zo\xe9\n')])
    ],
    [
      'two files joined, the one in Windows-1252 twice as long',
      Buffer.concat([Buffer.from('Lefèvre;Zoé\n'), latin('Lef\xe8vre;Zo\xe9\n'.repeat(2))])
    ],
    ['an overlong form among good letters', Buffer.concat([Buffer.from('éééé'), Buffer.from([0xc0, 0xaf])])],
    [
      'half a surrogate pair among good letters',
      Buffer.concat([Buffer.from('éééé'), Buffer.from([0xed, 0xa0, 0x80])])
    ]
  ])('refuses %s rather than garble names', async (_what, content) => {
    expect(await inspect(content)).toEqual({ ok: false, why: { code: 'file_mixed_encoding' } });
  });

  it.each([
    ['an archive, as spreadsheets save', gzipSync('nom;prenom'.repeat(50))],
    ['UTF-16', Buffer.from('\ufeffnom;prenom\n', 'utf16le')],
    ['a text with a byte of zero', Buffer.from('nom;prenom\nDu\0rand;x\n')],
    ['a byte of zero far inside', Buffer.from(`${'nom;x\n'.repeat(400_000)}\0`)]
  ])('refuses %s as no text', async (_what, content) => {
    expect(await inspect(content)).toEqual({ ok: false, why: { code: 'file_binary' } });
  });

  it('says what else keeps a file from being read', async () => {
    expect(await inspect('')).toEqual({ ok: false, why: { code: 'file_empty' } });
    expect(await inspectFile('/no/such/file.csv')).toEqual({ ok: false, why: { code: 'file_not_found' } });
    expect(await inspectFile('/')).toEqual({ ok: false, why: { code: 'file_is_a_folder' } });
  });

  it.skipIf(process.getuid?.() === 0)('says that this account may not read a file', async () => {
    const file = files.write('nom;prenom\n');
    chmodSync(file, 0);
    expect(await inspectFile(file)).toEqual({ ok: false, why: { code: 'file_forbidden' } });
  });
});
