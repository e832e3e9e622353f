import { describe, expect, it } from 'vitest';
import { addDays, localDate, type LocalDate } from '$lib/kernel';
import { LIMITATION_RULES, limitationStatus, needsHumanReview, type LimitedClaim } from './limitation';

const day = localDate;

describe('limitationStatus', () => {
  const periods: [LimitedClaim, string, string][] = [
    ['telecom', '2025-11-21', 'CPCE, art. L34-2'],
    ['energy', '2026-11-21', 'C. conso., art. L218-2'],
    ['purchase', '2026-11-21', 'C. conso., art. L218-2'],
    ['health', '2026-11-21', 'C. conso., art. L218-2'],
    ['consumer_credit', '2026-11-21', 'C. conso., art. R312-35'],
    ['insurance', '2026-11-21', 'C. assur., art. L114-1'],
    ['rent', '2027-11-21', 'Loi n° 89-462, art. 7-1'],
    ['general', '2029-11-21', 'C. civ., art. 2224']
  ];

  it.each(periods)('gives %s, first missed on 21 November 2024, until %s (%s)', (kind, endsOn, article) => {
    const answer = limitationStatus(kind, day('2024-11-21'), day('2024-11-22'));
    expect(answer).toMatchObject({ status: 'ok', endsOn, rule: { article } });
  });

  const endsOn = day('2026-11-21');
  const today: [string, LocalDate, string, number][] = [
    ['sixty days before the end', addDays(endsOn, -60), 'ok', 60],
    ['fifty-nine days before', addDays(endsOn, -59), 'soon', 59],
    ['the day before the end', addDays(endsOn, -1), 'soon', 1],
    ['the last day itself', endsOn, 'soon', 0],
    ['the day after', addDays(endsOn, 1), 'presumed_expired', -1]
  ];

  it.each(today)('on %s, a two-year debt is as the table says', (_when, now, status, daysLeft) => {
    expect(limitationStatus('energy', day('2024-11-21'), now)).toMatchObject({ status, endsOn, daysLeft });
  });

  it('ends a period that starts on 29 February on 28 February of a common year', () => {
    expect(limitationStatus('telecom', day('2024-02-29'), day('2024-03-01'))).toMatchObject({
      endsOn: '2025-02-28'
    });
    expect(limitationStatus('telecom', day('2024-02-29'), day('2025-02-28')).status).toBe('soon');
    expect(limitationStatus('telecom', day('2024-02-29'), day('2025-03-01')).status).toBe('presumed_expired');
  });

  it('ends a period that starts on 28 February on 28 February of a leap year', () => {
    expect(limitationStatus('telecom', day('2023-02-28'), day('2023-03-01'))).toMatchObject({
      endsOn: '2024-02-28'
    });
  });

  it('does not know without a first missed payment, or with one still to come', () => {
    expect(limitationStatus('rent', null, day('2026-11-21')).status).toBe('unknown');
    expect(limitationStatus('rent', day('2026-11-22'), day('2026-11-21')).status).toBe('unknown');
    expect(limitationStatus('rent', day('2026-11-21'), day('2026-11-21')).status).toBe('ok');
  });

  it('treats consumer credit as the only forclusion', () => {
    const forclusions = Object.entries(LIMITATION_RULES).filter(
      ([, rule]) => rule.mechanism === 'forclusion'
    );
    expect(forclusions.map(([kind]) => kind)).toEqual(['consumer_credit']);
  });
});

describe('needsHumanReview', () => {
  it.each([
    ['2025-11-22', false],
    ['2025-11-21', false],
    ['2025-11-20', true],
    [null, true]
  ])('for a telephone bill first missed on %s, answers %s', (firstUnpaidOn, expected) => {
    const missed = firstUnpaidOn === null ? null : day(firstUnpaidOn);
    expect(needsHumanReview(limitationStatus('telecom', missed, day('2026-11-21')))).toBe(expected);
  });
});
