import type { CaseId, StaffId, TeamId } from '$lib/kernel';

/** What a member of staff is here for. */
export type StaffRole = 'referent' | 'adviser' | 'supervisor';

/** A person signed in to her own case. */
export interface DebtorActor {
  readonly kind: 'debtor';
  readonly caseId: CaseId;
}

/** A member of staff signed in with password and TOTP. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly staffId: StaffId;
  readonly role: StaffRole;
  readonly teamId: TeamId;
  /** Shown to debtors: first name and last name. */
  readonly name: string;
  readonly firstName: string;
}

/** A job or a program of ours; `job` names it in the journal. */
export interface SystemActor {
  readonly kind: 'system';
  readonly job: string;
}

/** Who is acting. Nobody at all is `null` where that is possible. */
export type Actor = DebtorActor | StaffActor | SystemActor;

/** The actor of a job or program. */
export function systemActor(job: string): SystemActor {
  return { kind: 'system', job };
}
