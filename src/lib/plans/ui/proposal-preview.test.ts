import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import {
  DEFAULT_CREDITOR_RULES,
  EMPTY_FIELDS,
  buildSchedule,
  confirmationOf,
  readProposal,
  rfReference
} from '../index';
import type { ProposalContext, ProposalFields as Fields } from '../index';
import AcknowledgementWarning from './AcknowledgementWarning.svelte';
import PlanDocument from './PlanDocument.svelte';
import ProposalFields from './ProposalFields.svelte';
import ProposalPreview from './ProposalPreview.svelte';

const context: ProposalContext = {
  debts: [
    {
      debtId: 'a',
      owedCents: cents(62640),
      limitation: 'ok',
      limitationReview: null,
      disputed: false,
      rules: DEFAULT_CREDITOR_RULES
    }
  ],
  leftToLive: { kind: 'known', amountCents: cents(104200), precision: 'about' },
  floorCents: cents(72000),
  effectsInForce: [],
  today: localDate('2026-09-15')
};
const textOf = (body: string) =>
  body
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ');
const proposalOf = (changes: Partial<Fields>) => {
  const read = readProposal({
    ...EMPTY_FIELDS,
    mode: 'instalments',
    amount: '35',
    rhythm: 'monthly',
    rest: '0',
    debtIds: ['a'],
    ...changes
  });
  if (!read.ok) throw new Error(read.why.code);
  return read.value;
};
const preview = (changes: Partial<Fields>, some: Partial<ProposalContext> = {}) =>
  textOf(
    render(ProposalPreview, {
      props: {
        proposal: proposalOf(changes),
        context: { ...context, ...some },
        creditorName: 'la Banque Hermine',
        referentName: 'Leïla'
      }
    }).body
  );

describe('the preview, as the server renders it without JavaScript', () => {
  it('says it is accepted at once, what is left, and when it ends', () => {
    const text = preview({ rest: '2' });
    expect(text).toContain('35 € est dans les règles de la Banque Hermine : si vous confirmez');
    expect(text).toMatch(/Il reste 1 007 € 832 €/);
    expect(text).toContain('0 ou 10 €');
    expect(text).toContain('18 versements, fin en mai 2028.');
  });

  it('says who answers and why when a human does', () => {
    const text = preview({}, { leftToLive: { kind: 'unknown' } });
    expect(text).toContain('Leïla regarde et vous répond en mots.');
    expect(text).toContain('Cela ne change rien contre vous.');
    expect(text).toContain('nous ne le devinons pas');
  });

  it('shows no schedule but the ways out when it is not taken as it is', () => {
    const text = preview({ amount: '400' });
    expect(text).toContain('78 € sous le plancher protégé de 720 €');
    expect(text).toContain('Proposer moins');
    expect(text).not.toContain('Vos mois, un par un');
  });

  it('shows a rest without any instalment', () => {
    const text = preview({ mode: 'rest', rest: '2', amount: '' });
    expect(text).toContain('Rien à verser jusqu’au 30 novembre 2026.');
    expect(text).not.toContain('versement manqué');
  });

  it('waits quietly while nothing can be read', () => {
    const { body } = render(ProposalPreview, { props: { proposal: null, context } });
    expect(textOf(body)).toContain('le calcul s’affiche ici');
  });
});

describe('the fields, without JavaScript', () => {
  const { body } = render(ProposalFields, {
    props: {
      fields: { ...EMPTY_FIELDS, debtIds: ['a'], amount: 'douze', mode: 'instalments' },
      debts: [{ debtId: 'a', creditorName: 'Banque Hermine', owedCents: cents(62640) }],
      today: context.today,
      highestCents: cents(32200),
      errors: [{ field: 'amount', message: 'Nous avons besoin d’un nombre, par exemple 35.' }]
    }
  });

  it('are all there, and keep what was typed beside what to correct', () => {
    for (const name of ['mode', 'amount', 'rhythm', 'dayOfMonth', 'weekday', 'rest', 'debtIds'])
      expect(body).toContain(`name="${name}"`);
    expect(body).toContain('value="douze"');
    expect(textOf(body)).toContain('Nous avons besoin d’un nombre, par exemple 35.');
  });
});

describe('the warning', () => {
  it('is never ticked for her, and sends which text she read', () => {
    const { body } = render(AcknowledgementWarning, {
      props: {
        owedCents: cents(62640),
        creditorNames: ['Banque Hermine', 'Mobilis', 'Mobilis'],
        contestHref: '/a',
        askHref: '/b',
        referentName: 'Leïla'
      }
    });
    expect(body).toContain('name="warningRead"');
    expect(body).not.toMatch(/<input[^>]*name="warningRead"[^>]*checked/);
    expect(body).toContain('value="2026-11-29"');
    expect(textOf(body)).toContain('626,40 € à Banque Hermine et Mobilis');
  });
});

describe('the document', () => {
  it('shows every fact a confirmation must show', () => {
    const proposal = proposalOf({ rest: '2' });
    const rf = rfReference('OX-7K4-218');
    const built = buildSchedule(proposal.terms, cents(62640), context.today);
    if (!rf.ok || !built.ok) throw new Error('not built');
    const confirmation = confirmationOf({
      personName: 'Nadia Ferrand',
      collectorName: 'Société Exemple',
      caseReference: 'OX-7K4-218',
      agreedOn: localDate('2026-09-15'),
      debts: [
        {
          debtId: 'a',
          creditorName: 'Banque Hermine',
          mandateReference: 'M-106',
          contractReference: 'C 4021',
          principalCents: cents(60000),
          interestCents: cents(2640),
          accessoriesCents: cents(0),
          paidCents: cents(0),
          owedCents: cents(62640),
          letterReference: 'L-OX26-1',
          letterSentOn: localDate('2026-08-19')
        }
      ],
      schedule: built.value
    });
    const referent = { name: 'Leïla Amrani', phone: '0200000000', hours: 'du lundi au vendredi' };
    const text = textOf(
      render(PlanDocument, {
        props: { confirmation, terms: proposal.terms, rf: rf.value, principalFirst: false, referent }
      }).body
    );
    for (const fact of [
      'Banque Hermine',
      'Société Exemple',
      'M-106',
      'C 4021',
      'L-OX26-1 du 19 août 2026',
      '600,00 €',
      '26,40 €',
      'En tout : 626,40 €',
      'de l’accord : 0,00 €',
      '5 mai 2028',
      'n’annule rien',
      'arrêter à tout moment',
      'droit de contester',
      'Jusqu’au 22 septembre 2026, vous pouvez annuler',
      'Vos données',
      'Point conseil budget',
      'Leïla Amrani, 02 00 00 00 00',
      'RF'
    ])
      expect(text).toContain(fact);
  });
});
