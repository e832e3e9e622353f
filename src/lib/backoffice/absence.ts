import type { StaffRole } from '$lib/access';
import { addDays, ok, refused, type LocalDate, type Result, type StaffId } from '$lib/kernel';

/** How many days ahead an absence may end. Our own figure: whoever is away for longer gives her cases on. */
export const MAX_ABSENCE_DAYS = 60;

/** A member of the team, as an absence looks at her. What is said of an absence stays written when it is over. */
export interface Member {
  readonly id: StaffId;
  readonly role: StaffRole;
  /** The last day she is away, included. */
  readonly awayUntil: LocalDate | null;
  /** Who stands in for her meanwhile. */
  readonly standInId: StaffId | null;
}

/** An absence as the supervisor says it, from today on; null where nothing that can be read was said. */
export interface AbsenceWish {
  readonly memberId: StaffId | null;
  /** Its last day, included. */
  readonly until: LocalDate | null;
  readonly standInId: StaffId | null;
}

/** An absence that may be planned. */
export interface Absence {
  readonly memberId: StaffId;
  readonly until: LocalDate;
  readonly standInId: StaffId;
}

/** What is wrong with one field, with what explains it. */
export type AbsenceFault =
  | { readonly field: 'member'; readonly code: 'member_missing' }
  /** She stands in for somebody: that person would be left with nobody. */
  | {
      readonly field: 'member';
      readonly code: 'stands_in';
      readonly forId: StaffId;
      readonly until: LocalDate;
    }
  | { readonly field: 'until'; readonly code: 'until_missing' }
  | { readonly field: 'until'; readonly code: 'until_past'; readonly today: LocalDate }
  | {
      readonly field: 'until';
      readonly code: 'until_too_far';
      readonly last: LocalDate;
      readonly days: number;
    }
  | { readonly field: 'standIn'; readonly code: 'stand_in_missing' | 'stand_in_same' }
  | { readonly field: 'standIn'; readonly code: 'stand_in_away'; readonly until: LocalDate };

/** Why an absence is not planned: every field that is wrong. */
export interface AbsenceRefusal {
  readonly code: 'absence_refused';
  readonly faults: readonly AbsenceFault[];
}

/** Whether she is away on a day: through the last day of her absence. */
export function isAwayOn({ awayUntil }: Pick<Member, 'awayUntil'>, day: LocalDate): boolean {
  return awayUntil !== null && day <= awayUntil;
}

/** Whether cases are followed by people of this role: a supervisor sees all of them and follows none. */
export function followsCases({ role }: Pick<Member, 'role'>): boolean {
  return role !== 'supervisor';
}

/**
 * May this absence be planned in this team? Today at the earliest, {@link MAX_ABSENCE_DAYS} ahead at the latest; whoever
 * stands in follows cases, is somebody else and is not away; and nobody who is away loses her stand-in by it.
 */
export function checkAbsence(
  wish: AbsenceWish,
  team: readonly Member[],
  today: LocalDate
): Result<Absence, AbsenceRefusal> {
  const { memberId, until, standInId } = wish;
  const faults = [
    ...memberFaults(memberId, team, today),
    ...untilFaults(until, today),
    ...standInFaults(wish, team, today)
  ];
  if (memberId === null || until === null || standInId === null || faults.length > 0) {
    return refused({ code: 'absence_refused', faults });
  }
  return ok({ memberId, until, standInId });
}

function memberFaults(id: StaffId | null, team: readonly Member[], today: LocalDate): AbsenceFault[] {
  if (!follower(id, team)) return [{ field: 'member', code: 'member_missing' }];
  const covered = team.find((other) => other.standInId === id && isAwayOn(other, today));
  return covered?.awayUntil
    ? [{ field: 'member', code: 'stands_in', forId: covered.id, until: covered.awayUntil }]
    : [];
}

function untilFaults(until: LocalDate | null, today: LocalDate): AbsenceFault[] {
  if (until === null) return [{ field: 'until', code: 'until_missing' }];
  if (until < today) return [{ field: 'until', code: 'until_past', today }];
  const last = addDays(today, MAX_ABSENCE_DAYS);
  return until > last ? [{ field: 'until', code: 'until_too_far', last, days: MAX_ABSENCE_DAYS }] : [];
}

function standInFaults(
  { memberId, standInId }: AbsenceWish,
  team: readonly Member[],
  today: LocalDate
): AbsenceFault[] {
  const standIn = follower(standInId, team);
  if (!standIn) return [{ field: 'standIn', code: 'stand_in_missing' }];
  if (standInId === memberId) return [{ field: 'standIn', code: 'stand_in_same' }];
  return standIn.awayUntil && isAwayOn(standIn, today)
    ? [{ field: 'standIn', code: 'stand_in_away', until: standIn.awayUntil }]
    : [];
}

function follower(id: StaffId | null, team: readonly Member[]): Member | undefined {
  return team.find((member) => member.id === id && followsCases(member));
}
