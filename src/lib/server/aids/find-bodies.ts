import { BODY_REACH, type BodyAddress, type BodyType } from '$lib/aids';
import { ok, refused, type Result } from '$lib/kernel';
import { selectBodies, selectOrigins, type BodyRow } from './body-repository';

/** The place is not a commune or postcode of the official geography. */
export interface PlaceUnknown {
  readonly code: 'place_unknown';
  readonly insee: string | null;
  readonly postcode: string | null;
}

const MOST = 3;

function bodyOf(row: BodyRow): BodyAddress {
  const { name, address, postcode, city, url, hours, isMobile, source, sourceDate, licence } = row;
  return {
    type: row.type as BodyType,
    name,
    address,
    postcode,
    city,
    phone: row.nationalPhone ?? row.phone,
    url,
    hours,
    distanceKm: row.distanceKm === null ? null : Math.round(row.distanceKm * 10) / 10,
    isMobile,
    source,
    sourceDate,
    licence
  };
}

/**
 * The bodies of a type to ask for somebody who lives in a commune (by its INSEE code, or by postcode): those that
 * serve it, the nearest first, three at most. Where no CCAS is known, the town hall, which answers for it (L123-4
 * CASF). Reference data that everybody may read: no actor.
 */
export async function findBodies(
  type: BodyType,
  place: { readonly insee?: string; readonly postcode?: string }
): Promise<Result<readonly BodyAddress[], PlaceUnknown>> {
  const origins = await selectOrigins(place);
  if (origins.length === 0)
    return refused({
      code: 'place_unknown',
      insee: place.insee ?? null,
      postcode: place.postcode ?? null
    });
  const found = await selectBodies(type, BODY_REACH[type], origins, MOST);
  if (found.length > 0 || type !== 'ccas') return ok(found.map(bodyOf));
  return ok((await selectBodies('mairie', 'commune', origins, MOST)).map(bodyOf));
}
