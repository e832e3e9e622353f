import { asc } from 'drizzle-orm';
import type { TeamId } from '$lib/kernel';
import type { Transaction } from '../db';
import { teams } from '../db/schema/access';
import { newId } from '../platform/ids';
import { teamNamed } from './staff-repository';

const FIRST_TEAM = 'Oxygène';

/** The team that receives new cases when nobody says which: the oldest one, made when there is none yet. */
export async function receivingTeam(tx: Transaction, at: Date): Promise<TeamId> {
  const [oldest] = await tx.select({ id: teams.id }).from(teams).orderBy(asc(teams.createdAt)).limit(1);
  return oldest ? (oldest.id as TeamId) : teamNamed(tx, FIRST_TEAM, newId<'team'>(at), at);
}
