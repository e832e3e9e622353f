import { describe, expect, it } from 'vitest';
import type { StaffRole } from '$lib/access';
import { localDate, type StaffId } from '$lib/kernel';
import { checkAbsence, isAwayOn, type AbsenceWish, type Member } from './absence';

const TODAY = localDate('2026-11-24');
const [LEILA, THOMAS, SARAH, CLAIRE] = ['leila', 'thomas', 'sarah', 'claire'] as StaffId[] as [
  StaffId,
  StaffId,
  StaffId,
  StaffId
];

function aMember(id: StaffId, role: StaffRole, away?: { until: string; standInId: StaffId }): Member {
  return {
    id,
    role,
    awayUntil: away ? localDate(away.until) : null,
    standInId: away?.standInId ?? null
  };
}

const TEAM = [
  aMember(LEILA, 'referent'),
  aMember(THOMAS, 'referent'),
  aMember(SARAH, 'adviser'),
  aMember(CLAIRE, 'supervisor')
];
const WISH: AbsenceWish = { memberId: LEILA, until: localDate('2026-12-04'), standInId: THOMAS };

/** The codes of what is wrong. */
function faultsOf(wish: Partial<AbsenceWish>, team: readonly Member[] = TEAM): unknown[] {
  const checked = checkAbsence({ ...WISH, ...wish }, team, TODAY);
  return checked.ok ? [] : [...checked.why.faults];
}
const withMember = (member: Member) => TEAM.map((one) => (one.id === member.id ? member : one));

describe('an absence', () => {
  it.each([
    ['2026-11-23', { code: 'until_past', today: '2026-11-24' }],
    ['2026-11-24', null],
    ['2027-01-22', null],
    ['2027-01-23', null],
    ['2027-01-24', { code: 'until_too_far', last: '2027-01-23', days: 60 }]
  ])('said on 24 November, through %s: %o', (until, fault) => {
    expect(faultsOf({ until: localDate(until) })).toMatchObject(fault ? [fault] : []);
  });

  it('is of an adviser too, and an adviser may stand in', () => {
    expect(faultsOf({ memberId: SARAH })).toEqual([]);
    expect(faultsOf({ standInId: SARAH })).toEqual([]);
  });

  it('is not of a supervisor, who follows no case, nor of somebody who is not in the team', () => {
    expect(faultsOf({ memberId: CLAIRE })).toMatchObject([{ code: 'member_missing' }]);
    expect(faultsOf({ memberId: 'else' as StaffId })).toMatchObject([{ code: 'member_missing' }]);
    expect(faultsOf({ standInId: CLAIRE })).toMatchObject([{ code: 'stand_in_missing' }]);
    expect(faultsOf({ standInId: 'else' as StaffId })).toMatchObject([{ code: 'stand_in_missing' }]);
  });

  it('wants somebody else to stand in', () => {
    expect(faultsOf({ standInId: LEILA })).toMatchObject([{ field: 'standIn', code: 'stand_in_same' }]);
  });

  it.each([
    ['2026-11-23', []],
    ['2026-11-24', [{ field: 'standIn', code: 'stand_in_away', until: '2026-11-24' }]],
    ['2026-11-25', [{ field: 'standIn', code: 'stand_in_away', until: '2026-11-25' }]]
  ])('with somebody standing in who is away through %s', (until, faults) => {
    expect(faultsOf({}, withMember(aMember(THOMAS, 'referent', { until, standInId: SARAH })))).toEqual(
      faults
    );
  });

  it.each([
    ['2026-11-23', []],
    ['2026-11-24', [{ field: 'member', code: 'stands_in', forId: SARAH, until: '2026-11-24' }]]
  ])('of somebody who stands in for another through %s', (until, faults) => {
    expect(faultsOf({}, withMember(aMember(SARAH, 'adviser', { until, standInId: LEILA })))).toEqual(faults);
  });

  it('that runs may get another day and another stand-in', () => {
    const away = withMember(aMember(LEILA, 'referent', { until: '2026-11-30', standInId: THOMAS }));
    expect(faultsOf({ standInId: SARAH }, away)).toEqual([]);
  });

  it('says all that is missing at once', () => {
    expect(faultsOf({ memberId: null, until: null, standInId: null })).toMatchObject([
      { field: 'member', code: 'member_missing' },
      { field: 'until', code: 'until_missing' },
      { field: 'standIn', code: 'stand_in_missing' }
    ]);
  });

  it('lasts through its last day', () => {
    const until = (day: string) => ({ awayUntil: localDate(day) });
    expect(['2026-11-23', '2026-11-24', '2026-11-25'].map((day) => isAwayOn(until(day), TODAY))).toEqual([
      false,
      true,
      true
    ]);
    expect(isAwayOn({ awayUntil: null }, TODAY)).toBe(false);
  });
});
