import { describe, expect, it } from 'vitest';
import type { Channel } from './contact';
import { checkOutgoingText, type OutgoingText } from './outgoing-text';

const check = (body: string, over: Partial<OutgoingText> = {}) => {
  const result = checkOutgoingText({ channel: 'sms', subject: '', body, creditorNames: [], ...over });
  return result.ok ? [] : result.why.findings.map(({ code, words }) => `${code}: ${words}`);
};

describe('words of forced collection', () => {
  it.each([
    ['Un huissier passera.', 'huissier'],
    ['Nos HUISSIERS', 'huissiers'],
    ['notre service\u00a0judiciaire', 'service judiciaire'],
    ['Contentieux   Judiciaire', 'contentieux judiciaire'],
    ['une saisie sur salaire', 'saisie'],
    ['la mise à exécution', 'mise a execution'],
    ['DERNIER AVIS AVANT POURSUITES', 'dernier avis avant poursuites'],
    ['devant le tribunal', 'tribunal'],
    ['les tribunaux', 'tribunaux'],
    ['un titre exécutoire', 'titre executoire'],
    ['un titre exe\u0301cutoire', 'titre executoire'],
    ['un hui\u200bssier', 'huissier'],
    ['un huis\u00adsier', 'huissier']
  ])('%j is stopped in every channel', (text, words) => {
    for (const channel of ['sms', 'email', 'letter', 'push', 'app'] as const satisfies readonly Channel[])
      expect(check(text, { channel })).toEqual([`forbidden_word: ${words}`]);
  });

  it.each([
    'Vous ressaisissez votre adresse.',
    'Un dernier mot.',
    'Le service vous répond.',
    'Le titre du film'
  ])('%j is an ordinary sentence', (text) => expect(check(text)).toEqual([]));

  it('pass when a court order exists and a human approved them', () => {
    expect(check('un titre exécutoire', { channel: 'letter', hasApprovedTitle: true })).toEqual([]);
  });

  it('pass inside a passage the law wants word for word, and only there', () => {
    const law = 'Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier.';
    const letter = { channel: 'letter', quotations: [law] } as const;
    expect(check(`Voici la loi : « ${law} »`, letter)).toEqual([]);
    expect(check(`${law} Un titre exécutoire suivra.`, letter)).toEqual(['forbidden_word: titre executoire']);
  });
});

describe('what others may read over her shoulder', () => {
  it.each([
    ['Votre dette', 'debt_word: dette'],
    ['vos DETTES', 'debt_word: dettes'],
    ['le surendettement', 'debt_word: surendettement'],
    ['un impayé', 'debt_word: impaye'],
    ['votre créancier', 'debt_word: creancier'],
    ['recouvrement amiable', 'debt_word: recouvrement'],
    ['35 €', 'amount: 35 €'],
    ['1\u202f234,50\u00a0€', 'amount: 1 234,50 €'],
    ['€ 35', 'amount: € 35'],
    ['douze euros', 'amount: euros'],
    ['12 EUR', 'amount: 12 eur'],
    ['il reste 626,40', 'amount: 626,40']
  ])('%j does not travel by SMS, e-mail, push or voice message', (text, finding) => {
    for (const channel of ['sms', 'email', 'push', 'voicemail'] as const)
      expect(check(text, { channel })).toContain(finding);
    expect(check(text, { channel: 'letter' })).toEqual([]);
  });

  it('nor does the name of a creditor, however it is written', () => {
    const creditorNames = ['Crédit Rivage', 'Mobilis'];
    expect(check('CREDIT-RIVAGE', { creditorNames })).toEqual(['creditor_name: credit rivage']);
    expect(check('crédit  rivage', { creditorNames })).toEqual(['creditor_name: credit rivage']);
    expect(check('Mobilis.', { creditorNames })).toEqual(['creditor_name: mobilis']);
    expect(check('immobilisé', { creditorNames })).toEqual([]);
  });

  it('the subject is read too', () => {
    const result = checkOutgoingText({
      channel: 'email',
      subject: 'Votre dette',
      body: 'Bonjour',
      creditorNames: []
    });
    expect(result).toMatchObject({ ok: false, why: { findings: [{ code: 'debt_word', where: 'subject' }] } });
  });

  it.each([
    'Leïla vous a répondu. Ouvrez votre espace quand vous voulez.',
    'Référence OX26-000001, courrier du 19/09/2026.',
    'Votre code : 428 913. Il est valable 10 minutes.',
    'Répond avant demain, 18 h. Tél. 01 23 45 67 89.',
    'européenne'
  ])('%j may go', (text) => expect(check(text)).toEqual([]));
});

describe('what must stand in the text', () => {
  const mustHold = [
    { code: 'opt_out_missing', text: 'Ne plus recevoir de SMS : oxygene.fr/stop' },
    { code: 'letter_reference_missing', text: 'L-OX26-000001' }
  ] as const;

  it('is missed when it does not', () => {
    expect(check('Bonjour', { mustHold })).toEqual([
      'opt_out_missing: Ne plus recevoir de SMS : oxygene.fr/stop',
      'letter_reference_missing: L-OX26-000001'
    ]);
  });

  it('is found whatever its spaces and case', () => {
    expect(check('Réf. l-ox26-000001. Ne plus recevoir de SMS\u00a0: oxygene.fr/stop', { mustHold })).toEqual(
      []
    );
  });
});
