import { systemActor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { enter, type Transaction } from '../db';

/** Who acts before it is known who is there. */
export const SIGN_IN = systemActor('sign-in');

/** Runs work of the door: before a person is in, the house acts. */
export function atTheDoor<T>(caseId: CaseId | null, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return enter(SIGN_IN, { permission: 'system.sign_in', caseId }, work);
}

/** No case has this id: what is looked at when a reference does not exist, so that it takes as long. */
export const NOBODY = '00000000-0000-7000-8000-000000000000' as CaseId;
