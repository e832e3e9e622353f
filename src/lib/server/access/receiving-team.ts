import { and, asc, desc, eq, exists, notExists, sql } from 'drizzle-orm';
import type { TeamId } from '$lib/kernel';
import type { Transaction } from '../db';
import { staff, teams } from '../db/schema/access';
import { newId } from '../platform/ids';
import { teamNamed } from './staff-repository';

const FIRST_TEAM = 'Oxygène';

/**
 * The team that receives new cases when nobody says which: the oldest one in which somebody works, or else the oldest, made
 * when there is none yet.
 */
export async function receivingTeam(tx: Transaction, at: Date): Promise<TeamId> {
  const members = tx
    .select({ one: sql`1` })
    .from(staff)
    .where(and(eq(staff.teamId, teams.id), staff.active));
  const [oldest] = await tx
    .select({ id: teams.id })
    .from(teams)
    .orderBy(desc(exists(members)), asc(teams.createdAt), asc(teams.id))
    .limit(1);
  return oldest ? (oldest.id as TeamId) : teamNamed(tx, FIRST_TEAM, newId<'team'>(at), at);
}

/**
 * Gives the team that an import made a name, when the first account of the house is added: cases that came before anybody
 * worked here would otherwise stay in a team that nobody is in.
 */
export async function nameTeamOfImport(tx: Transaction, name: string): Promise<void> {
  const anybody = tx.select({ one: sql`1` }).from(staff);
  await tx
    .update(teams)
    .set({ name })
    .where(and(eq(teams.name, FIRST_TEAM), notExists(anybody)));
}
