import type { Actor } from '$lib/access';
import { dayInZone, type CaseId } from '$lib/kernel';
import { holdCase } from '../cases';
import type { Transaction } from '../db';
import { loadContactSituation } from './contact-facts';
import { keepWishes, wishedFrom } from './set-preferences';

/**
 * No e-mail and no SMS any more, beside what she refused before, in the transaction of whoever says so. Said again it
 * changes nothing. She opens them again in her space.
 */
export async function refuseWriting(tx: Transaction, actor: Actor, caseId: CaseId, at: Date): Promise<void> {
  await holdCase(tx, caseId);
  const { facts, keptPreferences: said } = await loadContactSituation(tx, caseId, at);
  if (said.refusedChannels.includes('email') && said.refusedChannels.includes('sms')) return;
  const input = {
    refusedChannels: [...said.refusedChannels, 'email' as const, 'sms' as const],
    saturdayCalls: said.saturdayCalls
  };
  await keepWishes(tx, actor, caseId, wishedFrom(said, input, dayInZone(at, facts.place.timeZone)), at);
}
