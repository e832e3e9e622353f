import { describe, expect, it } from 'vitest';
import { cents, localDate, type CaseId, type Id } from '$lib/kernel';
import type { WaitingNotice } from '$lib/server/plans';
import { fileOf, termsOf } from './notice-words';

const notice = (over: Partial<WaitingNotice> = {}): WaitingNotice => ({
  id: 'n' as Id<'notice'>,
  caseId: 'c' as CaseId,
  creditorId: 'h',
  creditorName: 'Banque Hermine',
  reference: 'OX26-000010',
  owedCents: cents(30_005),
  restMonths: 1,
  instalmentCents: cents(5000),
  rhythm: 'monthly',
  instalmentCount: 6,
  firstDueOn: localDate('2026-12-05'),
  lastDueOn: localDate('2027-05-05'),
  receivedAt: new Date('2026-11-24T23:30:00Z'),
  ...over
});

describe('the file for a creditor', () => {
  it('has one line for each proposal: reference, day on the clock of the desk, terms', () => {
    const [head, line, end] = fileOf([notice()]).split('\r\n');
    expect(head).toMatch(/^\ufeffRéférence;/);
    expect(line).toBe('OX26-000010;2026-11-25;300,05;1;50,00;chaque mois;6;2026-12-05;2027-05-05');
    expect(end).toBe('');
  });

  it('never runs: a reference that is a formula is text, and a separator stays inside its cell', () => {
    const [, line] = fileOf([notice({ reference: '=1+1;"x"' })]).split('\r\n');
    expect(line).toMatch(/^"'=1\+1;""x""";/);
  });

  it('leaves empty what is not told', () => {
    const rest = notice({
      instalmentCents: null,
      rhythm: null,
      instalmentCount: 0,
      firstDueOn: null,
      lastDueOn: null
    });
    expect(fileOf([rest]).split('\r\n')[1]).toBe('OX26-000010;2026-11-25;300,05;1;;;0;;');
  });
});

describe('the terms on screen', () => {
  it('say rest, sum, rhythm and days', () => {
    expect(termsOf(notice())).toMatch(/1.mois de repos.*6.versements de 50,00.€, chaque mois/);
  });

  it('say no sum that is not told', () => {
    expect(termsOf(notice({ instalmentCents: null }))).not.toContain('€');
  });
});
