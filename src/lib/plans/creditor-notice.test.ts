import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import { creditorNotices, type DebtToTell } from './creditor-notice';
import type { Proposal } from './proposal';
import { buildSchedule } from './schedule';

const today = localDate('2026-11-20');
const debt = (over: Partial<DebtToTell> = {}): DebtToTell => ({
  debtId: 'd1',
  creditorId: 'hermine',
  creditorName: 'Banque Hermine',
  owedCents: cents(30_000),
  tellsProposals: true,
  ...over
});
const monthly = {
  kind: 'instalments',
  instalmentCents: cents(5000),
  rhythm: { kind: 'monthly', dayOfMonth: 5 }
} as const;
const rest = { kind: 'rest', restMonths: 2 } as const;

function tell(terms: Proposal['terms'], debts: readonly DebtToTell[], total = 30_000) {
  const built = buildSchedule(terms, cents(total), today);
  if (!built.ok) throw new Error(built.why.code);
  return creditorNotices({ debtIds: debts.map(({ debtId }) => debtId), terms }, built.value, debts);
}

describe('what a creditor is told of a proposal', () => {
  it('is what is left to it, the instalment, the rhythm and the days, and nothing else', () => {
    expect(tell(monthly, [debt()])).toEqual([
      {
        creditorId: 'hermine',
        creditorName: 'Banque Hermine',
        owedCents: 30_000,
        restMonths: 0,
        instalmentCents: 5000,
        rhythm: 'monthly',
        instalmentCount: 6,
        firstDueOn: '2026-12-05',
        lastDueOn: '2027-05-05'
      }
    ]);
  });

  it('of a rest is its months: no sum and no day', () => {
    expect(tell(rest, [debt()])).toMatchObject([
      { restMonths: 2, instalmentCents: null, rhythm: null, instalmentCount: 0, firstDueOn: null }
    ]);
  });

  it('is once for two debts of one creditor, their sums added', () => {
    const debts = [debt(), debt({ debtId: 'd2', owedCents: cents(10_000) })];
    expect(tell(monthly, debts, 40_000)).toMatchObject([{ owedCents: 40_000, instalmentCents: 5000 }]);
  });

  it('never says that there are others: the sum is left out when the plan covers debts of two creditors', () => {
    const debts = [debt(), debt({ debtId: 'd2', creditorId: 'loyer', creditorName: 'Habitat' })];
    const notices = tell(monthly, debts, 60_000);
    expect(notices.map(({ instalmentCents }) => instalmentCents)).toEqual([null, null]);
    expect(JSON.stringify(notices[0])).not.toContain('Habitat');
  });

  it('is nothing when the convention says so, and the other creditor learns no more for it', () => {
    const quiet = debt({ debtId: 'd2', creditorId: 'loyer', tellsProposals: false });
    expect(tell(monthly, [debt(), quiet], 60_000)).toMatchObject([
      { creditorId: 'hermine', instalmentCents: null }
    ]);
    expect(tell(monthly, [quiet])).toEqual([]);
  });

  it('is nothing for a debt the proposal leaves out', () => {
    const built = buildSchedule(monthly, cents(30_000), today);
    if (!built.ok) throw new Error(built.why.code);
    const other = debt({ debtId: 'd9', creditorId: 'autre' });
    expect(creditorNotices({ debtIds: ['d1'], terms: monthly }, built.value, [debt(), other])).toHaveLength(
      1
    );
  });
});
