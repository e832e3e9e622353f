import { sql } from 'drizzle-orm';
import type { Scope } from '$lib/aids';
import type { Transaction } from '../../db';

/** The places of a scope that can be looked up among the communes; EPCIs cannot. */
type Looked = 'communes' | 'departements' | 'regions' | 'postcodes';

const IS_THERE = {
  communes: sql`c.code = one or c.city_code = one`,
  departements: sql`c.departement = one`,
  regions: sql`c.region = one`,
  postcodes: sql`one = any (c.postcodes)`
} satisfies Record<Looked, ReturnType<typeof sql>>;

/**
 * Which lists of a scope name a place that is nowhere in the official geography: nobody would ever be shown the aid.
 * Nothing is said while the geography is not loaded.
 */
export async function unknownPlaces(tx: Transaction, scope: Scope = {}): Promise<readonly Looked[]> {
  const unknown: Looked[] = [];
  for (const list of Object.keys(IS_THERE) as Looked[]) {
    const codes = scope[list];
    if (!codes) continue;
    const [row] = await tx.execute<{ unknown: boolean }>(sql`
      select exists (select from communes) and exists (
        select from json_array_elements_text(${JSON.stringify(codes)}::json) as one
        where not exists (select from communes c where ${IS_THERE[list]})) as unknown`);
    if (row?.unknown === true) unknown.push(list);
  }
  return unknown;
}
