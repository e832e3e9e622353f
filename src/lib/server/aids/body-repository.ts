import { and, arrayContains, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { BodyReach, BodyType } from '$lib/aids';
import { database } from '../db';
import { bodies, communes } from '../db/schema/aids';

/** A commune a body is looked for from. */
export interface Origin {
  readonly code: string;
  readonly cityCode: string | null;
  readonly departement: string;
  readonly region: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A body with its distance; null where one of the two positions is not known. */
export type BodyRow = typeof bodies.$inferSelect & { readonly distanceKm: number | null };

const KM_PER_DEGREE = 111.2;

/** The communes with a code, or else with a postcode; more than one may share it. */
export async function selectOrigins(place: {
  readonly insee?: string;
  readonly postcode?: string;
}): Promise<readonly Origin[]> {
  const where =
    place.insee === undefined
      ? arrayContains(communes.postcodes, [place.postcode ?? ''])
      : eq(communes.code, place.insee);
  return database().orm.select().from(communes).where(where).orderBy(communes.code);
}

/** Flat enough over a département: degrees of longitude shrink with the latitude. */
function distanceFrom({ latitude, longitude }: Origin): SQL<number | null> {
  if (latitude === null || longitude === null) return sql<number | null>`null::float8`;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  return sql<number | null>`${KM_PER_DEGREE} * sqrt(power(${bodies.latitude} - ${latitude}::float8, 2)
    + power((${bodies.longitude} - ${longitude}::float8) * ${shrink}::float8, 2))`;
}

function within(reach: BodyReach, origins: readonly Origin[]): SQL | undefined {
  const codes = origins.flatMap(({ code, cityCode }) => (cityCode === null ? [code] : [code, cityCode]));
  const departements = origins.map(({ departement }) => departement);
  const regions = origins.map(({ region }) => region);
  if (reach === 'commune')
    return or(inArray(bodies.communeCode, codes), sql`${bodies.serves} && ${sql.param(codes)}::text[]`);
  if (reach === 'departement') return inArray(bodies.departement, departements);
  return reach === 'region' ? inArray(bodies.region, regions) : undefined;
}

/** The bodies of a type that serve these communes, nearest to the first one first. */
export async function selectBodies(
  type: BodyType,
  reach: BodyReach,
  origins: readonly Origin[],
  limit: number
): Promise<readonly BodyRow[]> {
  const distance = distanceFrom(origins[0] as Origin);
  const rows = await database()
    .orm.select({ body: bodies, distanceKm: distance })
    .from(bodies)
    .where(and(eq(bodies.type, type), within(reach, origins)))
    .orderBy(sql`${distance} asc nulls last`, bodies.id)
    .limit(limit);
  return rows.map(({ body, distanceKm }) => ({ ...body, distanceKm }));
}
