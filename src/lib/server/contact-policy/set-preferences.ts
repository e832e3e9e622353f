import type { Actor } from '$lib/access';
import type { Channel, ContactPreferences } from '$lib/contact-policy';
import { dayInZone, ok, type CaseId, type LocalDate, type Result } from '$lib/kernel';
import { carryOutOnce, recordAudit, type Command, type CommandReused } from '../audit';
import { enter, type Transaction } from '../db';
import { now } from '../platform/runtime';
import { loadContactSituation } from './contact-facts';
import { writePreferences } from './register-repository';

/** What she may refuse; paper stays, since the law needs one way to reach her. */
export const REFUSABLE: readonly Channel[] = ['email', 'sms', 'call'];

/** How she wishes to be reached from now on. */
export interface PreferencesInput {
  readonly refusedChannels: readonly Channel[];
  readonly saturdayCalls: boolean;
}

/** Writes her wishes. Refusing every channel starts the silence of the policy; opening one again ends it. */
export async function setPreferences(
  actor: Actor,
  caseId: CaseId,
  input: PreferencesInput,
  command?: Command
): Promise<Result<ContactPreferences, CommandReused>> {
  const at = now();
  const asked = { act: 'setPreferences', command };
  return enter(actor, { permission: 'own_case.set_preferences', caseId }, (tx) =>
    carryOutOnce(tx, caseId, asked, at, async () => {
      // not the preferences in force: they hold what she answered, which ends with its signal
      const { facts, keptPreferences: said } = await loadContactSituation(tx, caseId, at);
      const wished = wishedFrom(said, input, dayInZone(at, facts.place.timeZone));
      await keepWishes(tx, actor, caseId, wished, at);
      return ok(wished);
    })
  );
}

/** What is kept of a wish said on `today`: with calls go voice messages, and with everything the day it began. */
export function wishedFrom(
  said: ContactPreferences,
  input: PreferencesInput,
  today: LocalDate
): ContactPreferences {
  const refusedChannels = REFUSABLE.filter((channel) => input.refusedChannels.includes(channel));
  const allRefused = refusedChannels.length === REFUSABLE.length;
  return {
    ...said,
    refusedChannels: refusedChannels.includes('call') ? [...refusedChannels, 'voicemail'] : refusedChannels,
    allRefusedOn: allRefused ? (said.allRefusedOn ?? today) : null,
    saturdayCalls: input.saturdayCalls
  };
}

/** Writes wishes, and who said them in the journal. */
export async function keepWishes(
  tx: Transaction,
  actor: Actor,
  caseId: CaseId,
  wished: ContactPreferences,
  at: Date
): Promise<void> {
  await writePreferences(tx, caseId, wished, at);
  const detail = { refused: REFUSABLE.filter((channel) => wished.refusedChannels.includes(channel)) };
  await recordAudit(tx, actor, caseId, { action: 'preferences.changed', detail }, at);
}
