import type { LocalDate, StaffId } from '$lib/kernel';

/** What a case says of an absence of its referent. It stays written when the absence is over. */
export interface NamedStandIn {
  readonly standInId: StaffId | null;
  /** The last day of the absence, included. */
  readonly standInUntil: LocalDate | null;
}

/** Who answers in the place of the referent on a day where the person lives; null when the referent does. */
export function standInOn({ standInId, standInUntil }: NamedStandIn, day: LocalDate): StaffId | null {
  return standInUntil !== null && day <= standInUntil ? standInId : null;
}
