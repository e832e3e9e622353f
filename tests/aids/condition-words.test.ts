import { describe, expect, it } from 'vitest';
import { memberOf } from '../../src/lib/aids/catalogue/local-aids';
import { FAMILIES, NATIONAL_RIGHTS, SITUATIONS } from '../../src/lib/aids/generated/rights';
import type { Condition } from '../../src/lib/aids';
import { conditionText, conditionWords } from '../../src/lib/aids/ui/condition-words';
import { LOCAL_AIDS } from '../../src/lib/server/aids/generated/law-watch';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const lines = (condition: Condition) => conditionWords(condition, SITUATIONS).lines.map(plain);

describe('a condition in words', () => {
  it.each<[Condition, string]>([
    [{ adultAge: [18, 25] }, 'Un adulte du foyer a de 18 à 25 ans compris'],
    [{ adultAge: [65, null] }, 'Un adulte du foyer a 65 ans ou plus'],
    [{ anyoneAge: [null, 25] }, 'Une personne du foyer, adulte ou enfant, a 25 ans ou moins'],
    [{ childAge: [18, 18] }, 'Un enfant du foyer a 18 ans'],
    [{ children: 1, unborn: true }, 'Au moins un enfant, né ou attendu'],
    [{ children: 3 }, 'Au moins 3 enfants'],
    [{ couple: false }, 'Ne vit pas en couple'],
    [
      { activity: ['unemployed', 'student'] },
      'Un adulte du foyer répond « Je cherche du travail » ou « J’étudie »'
    ],
    [{ housing: ['hlm'] }, 'Logement : « Locataire en HLM »'],
    [{ disability: 0.5 }, 'Un adulte du foyer a un taux d’incapacité de 50 % ou plus'],
    [{ disabledChild: true }, 'Un enfant du foyer ouvre droit à l’AEEH'],
    [
      { monthlyIncome: { bySize: { 1: 900, 2: 1_200.5 }, more: 300 } },
      'Ressources du mois, au plus : 900 € pour 1 personne, 1 200,50 € pour 2 personnes, 300 € par personne de plus'
    ],
    [
      { yearlyTaxIncome: { bySize: { 1: 12_000 } } },
      'Revenu fiscal de référence de l’année, au plus : 12 000 € pour 1 personne'
    ],
    [{ quotient: { of: 'caf', max: 700 } }, 'Quotient familial de la CAF, au plus : 700 €'],
    [
      { quotient: { of: 'tax', max: 800 } },
      'Revenu fiscal de référence par part et par mois, au plus : 800 €'
    ],
    [{ benefit: ['rsa', 'pch'] }, 'Reçoit déjà : RSA ou la PCH'],
    [{ arrears: ['rent', 'fines'] }, 'A du retard sur : « Loyer ou crédit du logement » ou « Amendes »'],
    [{ inDebt: true }, 'Quelqu’un lui réclame de l’argent'],
    [{ situation: 'moving_in' }, 'Répond oui à la question « Entrez-vous bientôt dans un logement ? »'],
    [{ words: true }, 'L’organisme décide selon ses propres règles'],
    [{ not: { couple: true } }, 'Pas dans ce cas : vit en couple'],
    [{ situation: 'unheard_of' }, 'Une condition que nous ne savons pas dire']
  ])('%j', (condition, words) => expect(lines(condition)).toEqual([words]));

  it('goes line by line at the top, and in one sentence below', () => {
    const either: Condition = { any: [{ couple: false }, { inDebt: true }] };
    expect(conditionWords({ all: [{ children: 2 }, either] }, SITUATIONS).join).toBe('all');
    expect(lines({ all: [{ children: 2 }, either] })).toEqual([
      'Au moins 2 enfants',
      'L’un de ces cas : ne vit pas en couple ; ou quelqu’un lui réclame de l’argent'
    ]);
    expect(
      plain(conditionText({ any: [{ all: [{ children: 2 }, { inDebt: true }] }, { couple: false }] }, {}))
    ).toBe(
      'L’un de ces cas : à la fois (au moins 2 enfants ; et quelqu’un lui réclame de l’argent) ; ou ne vit pas en couple'
    );
  });

  it('has words for every right of the catalogue, and no code among them', () => {
    const rights = [
      ...NATIONAL_RIGHTS,
      ...LOCAL_AIDS.rights,
      ...LOCAL_AIDS.members.flatMap((member) => memberOf(FAMILIES, member))
    ];
    expect(rights.length).toBeGreaterThan(470);
    const coded = rights.flatMap(({ id, when }) => {
      const words = when && conditionText(when, SITUATIONS);
      const isPlain = words === undefined || !/[a-z]_[a-z]|[{}"]|undefined|ne savons pas dire/.test(words);
      return isPlain ? [] : [`${id}: ${words}`];
    });
    expect(coded).toEqual([]);
  });
});
