import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { m } from '$lib/i18n';
import { plainSmsText } from './sms-text';

const EXTENDED = '^{}\\[~]|€';
/** How many SMS a plain text takes: 160 signs in one, 153 in each of several; some signs count double. */
function partsOf(text: string): number {
  const size = [...text].reduce((sum, sign) => sum + (EXTENDED.includes(sign) ? 2 : 1), 0);
  return size <= 160 ? 1 : Math.ceil(size / 153);
}

describe('a text as an SMS carries it', () => {
  it.each([
    ['l’heure', "l'heure"],
    ['Oxygène\u202f: bonjour\u00a0!', 'Oxygène : bonjour !'],
    ['répondez «\u202fstop\u202f»', 'répondez "stop"'],
    ['être reçu à l’hôtel', "etre recu à l'hotel"],
    ['sœur – cœur…', 'soeur - coeur...'],
    ['Ça, déjà où ?', 'Ça, déjà où ?'],
    ['À É È', 'A É E'],
    ['Nguyễn Łukasz', 'Nguyen ?ukasz'],
    ['🙂 你好', '? ??'],
    ['a\u200bb', 'ab'],
    ['', '']
  ])('%j becomes %j', (typed, sent) => expect(plainSmsText(typed)).toBe(sent));

  it('leaves an address as it is', () => {
    const link = 'https://oxygene.example/lien/XcKq1FifKzMS9fm2Oy-FZw_~';
    expect(plainSmsText(link)).toBe(link);
  });

  it('never holds a sign that doubles the price, whatever is typed, and is the same done twice', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sent = plainSmsText(text);
        expect(plainSmsText(sent)).toBe(sent);
        expect(sent).not.toMatch(/[’«»…\u00a0\u202f]/);
      })
    ));

  it('of ours fits in two SMS with a real link', () => {
    const link = 'https://oxygene.example/lien/XcKq1FifKzMS9fm2Oy-FZw';
    const invitation = m.access_post_invitation_sms({
      firm: m.public_firm_name(),
      letterReference: 'L-2026-000123',
      letterDate: '19 septembre 2026',
      link
    });
    for (const text of [
      invitation,
      m.surveys_invitation_sms({ link }),
      m.access_code_body({ code: '428 913' }),
      m.messaging_notice_sms()
    ]) {
      expect(partsOf(plainSmsText(text)), text).toBeLessThanOrEqual(2);
    }
  });
});
