import { sql } from 'drizzle-orm';
import type { Scope } from '$lib/aids';
import type { Transaction } from '../../db';
import { placeName } from '../place-names';

/** The places of a scope that are looked up among the communes. */
type Looked = 'communes' | 'departements' | 'regions' | 'postcodes';
/** Those that have names of their own: communes of the database do not say which EPCI they are in. */
const EPCIS = ['epcis', 'exceptEpcis'] as const;

const IS_THERE = {
  communes: sql`c.code = one or c.city_code = one`,
  departements: sql`c.departement = one`,
  regions: sql`c.region = one`,
  postcodes: sql`one = any (c.postcodes)`
} satisfies Record<Looked, ReturnType<typeof sql>>;

/**
 * Which lists of a scope name a place that is nowhere in the official geography: nobody would ever be shown the aid, or
 * left out of it. Of communes, départements, régions and postcodes nothing is said while they are not loaded.
 */
export async function unknownPlaces(tx: Transaction, scope: Scope = {}): Promise<readonly (keyof Scope)[]> {
  const unknown: (keyof Scope)[] = [];
  for (const list of Object.keys(IS_THERE) as Looked[]) {
    const codes = scope[list];
    if (!codes) continue;
    const [row] = await tx.execute<{ unknown: boolean }>(sql`
      select exists (select from communes) and exists (
        select from json_array_elements_text(${JSON.stringify(codes)}::json) as one
        where not exists (select from communes c where ${IS_THERE[list]})) as unknown`);
    if (row?.unknown === true) unknown.push(list);
  }
  const areUnknown = (list: (typeof EPCIS)[number]) =>
    scope[list]?.some((siren) => placeName('epci', siren) === null) === true;
  return [...unknown, ...EPCIS.filter(areUnknown)];
}
