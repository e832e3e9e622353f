import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import { endOfContractReference, honestyCard, type DebtOnCard } from './honesty-card';

const today = localDate('2026-11-21');
const debt = (change: Partial<DebtOnCard> = {}): DebtOnCard => ({
  kind: 'consumer_credit',
  creditorName: 'Banque Horizon',
  mandateReference: 'M-101',
  contractReference: 'C65974471',
  contractOn: localDate('2024-03-12'),
  firstUnpaidOn: localDate('2026-02-05'),
  principalCents: cents(84_000),
  interestCents: cents(4_640),
  accessoriesCents: cents(0),
  paidCents: cents(26_000),
  letterReference: 'OX-7K4-218',
  letterSentOn: localDate('2026-05-04'),
  limitationReview: null,
  ...change
});

describe('honestyCard', () => {
  it('tells the sum line by line, the stage, the first letter and the limitation', () => {
    expect(honestyCard(debt(), today)).toEqual({
      lines: [
        { element: 'principal', amountCents: 84_000 },
        { element: 'interest', amountCents: 4_640 },
        { element: 'paid', amountCents: -26_000 }
      ],
      remainingCents: 62_640,
      stage: { code: 'amicable' },
      letter: { reference: 'OX-7K4-218', sentOn: '2026-05-04' },
      limitation: expect.objectContaining({ status: 'ok', endsOn: '2028-02-05' }),
      missing: [],
      holds: [],
      mayOfferPayment: true
    });
  });

  it('always shows the principal, and no line of zero', () => {
    const card = honestyCard(
      debt({ principalCents: cents(100), interestCents: cents(0), paidCents: cents(0) }),
      today
    );
    expect(card.lines).toEqual([{ element: 'principal', amountCents: 100 }]);
  });

  it.each([
    ['mandateReference', 'mandate'],
    ['letterReference', 'first_letter'],
    ['letterSentOn', 'first_letter'],
    ['contractReference', 'contract_reference'],
    ['contractOn', 'contract_date']
  ] as const)('offers no payment without %s', (field, item) => {
    const card = honestyCard(debt({ [field]: null }), today);
    expect(card).toMatchObject({ missing: [item], holds: ['item_missing'], mayOfferPayment: false });
  });

  it('offers no payment without a first missed payment: nobody can tell whether it is too old', () => {
    const card = honestyCard(debt({ firstUnpaidOn: null }), today);
    expect(card.limitation.status).toBe('unknown');
    expect(card.holds).toEqual(['item_missing', 'limitation_to_review']);
  });

  it.each([
    ['on the last day', '2024-11-21', null, []],
    ['the day after, before a human looked', '2024-11-20', null, ['limitation_to_review']],
    ['the day after, found still due', '2024-11-20', 'still_due', []],
    ['the day after, found too old', '2024-11-20', 'expired', ['limitation_expired']],
    ['within its time, found too old', '2026-02-05', 'expired', ['limitation_expired']]
  ] as const)('for a debt %s, holds payment as the table says', (_when, missed, limitationReview, holds) => {
    const card = honestyCard(debt({ firstUnpaidOn: localDate(missed), limitationReview }), today);
    expect(card.holds).toEqual(holds);
    expect(card.mayOfferPayment).toBe(holds.length === 0);
  });

  it('says judicial only from the day of a title', () => {
    const titleOn = localDate('2026-06-01');
    expect(honestyCard(debt({ enforceableTitleOn: titleOn }), today).stage).toEqual({
      code: 'judicial',
      since: titleOn
    });
  });

  it('offers nothing to pay when nothing is left', () => {
    expect(honestyCard(debt({ paidCents: cents(88_640) }), today).holds).toEqual(['nothing_left']);
  });
});

describe('endOfContractReference', () => {
  it('shows the last four characters', () => {
    expect(endOfContractReference('C65974471')).toBe('…4471');
    expect(endOfContractReference('4471')).toBe('4471');
  });
});
