import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import { planCalendar, type PlanCalendar } from './plan-calendar';
import { buildSchedule, type Schedule } from './schedule';

const scheduleOf = (restOnly = false): Schedule => {
  const result = buildSchedule(
    restOnly
      ? { kind: 'rest', restMonths: 1 }
      : { kind: 'instalments', instalmentCents: cents(3500), rhythm: { kind: 'monthly', dayOfMonth: 31 } },
    cents(6000),
    localDate('2026-12-10')
  );
  if (!result.ok) throw new Error(result.why.code);
  return result.value;
};
const fileOf = (changes: Partial<PlanCalendar> = {}) =>
  planCalendar({
    planId: '0199-a',
    instalments: scheduleOf().instalments,
    madeAt: new Date('2026-12-10T08:09:10.123Z'),
    revision: 2,
    title: 'Rappel Oxygène',
    domain: 'oxygene.test',
    ...changes
  });

describe('the calendar file', () => {
  it('has one private whole-day event for each instalment', () => {
    const lines = fileOf().split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines.at(-1)).toBe('');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
    expect(lines).toContain('DTEND;VALUE=DATE:20270101');
    expect(lines).toContain('DTSTAMP:20261210T080910Z');
    expect(lines).toContain('UID:0199-a-1@oxygene.test');
    expect(lines).toContain('SEQUENCE:2');
    expect(lines.filter((line) => line === 'CLASS:PRIVATE')).toHaveLength(2);
  });

  it('tells nobody what it is about', () => {
    expect(fileOf()).not.toMatch(/dette|créanc|35|€|plan|accord|échéance|versement/i);
  });

  it('is the same when downloaded again', () => expect(fileOf()).toBe(fileOf()));

  it('is empty for a rest', () => {
    expect(fileOf({ instalments: scheduleOf(true).instalments })).not.toContain('VEVENT');
  });

  it('escapes what would break it and folds long lines without cutting a letter', () => {
    const file = fileOf({ title: `a,b;c\\d\ne ${'é'.repeat(100)}` });
    expect(file).toContain('SUMMARY:a\\,b\\;c\\\\d\\ne');
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain('é'.repeat(100));
  });
});
