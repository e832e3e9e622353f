import { ok, refused, type Result } from '$lib/kernel';
import {
  communesOf,
  departementsOf,
  type Commune,
  type TerritoryFile,
  type TerritoryIndex
} from '../territory';
import type { LocalAidsFile } from '../catalogue/local-aids';
import type { RawAnswer } from './fields';
import type { FieldFault } from './read-fields';

/**
 * Gives the files of the territory, from the network, the phone's own copy or the disk; null when out of reach,
 * `none` when there is no such département.
 */
export interface Places {
  readonly index: () => Promise<TerritoryIndex | null>;
  readonly departement: (code: string) => Promise<TerritoryFile | 'none' | null>;
  /** The local aids of a département; null when there are none or they are out of reach. */
  readonly localAids: (departement: string) => Promise<LocalAidsFile | null>;
}

/** Why no commune was found, with those to choose from. */
export interface PlaceRefusal {
  readonly code: 'place_refused';
  readonly fault: FieldFault;
  readonly communes: readonly Commune[];
}

const FIELD = 'postcode';
const OVERSEAS = /^9[78]/;

const refuse = (
  code: FieldFault['code'],
  communes: readonly Commune[] = [],
  text?: string
): Result<never, PlaceRefusal> =>
  refused({ code: 'place_refused', fault: { field: FIELD, code, ...(text && { text }) }, communes });

async function filesOf(postcode: string, places: Places): Promise<readonly TerritoryFile[] | null> {
  const index = await places.index();
  if (!index) return null;
  const files = await Promise.all(departementsOf(postcode, index).map(places.departement));
  if (files.includes(null)) return null;
  return files.filter((file) => file !== null && file !== 'none');
}

function settled(raw: RawAnswer, commune: Commune): RawAnswer {
  const { insee, name, zone, departement, region, epciSiren } = commune;
  const epci = epciSiren ?? '';
  const kept = { [FIELD]: raw[FIELD] ?? '', insee, commune: name, departement, region, epci };
  return zone === null ? { ...kept, overseas: 'yes' } : { ...kept, zone: String(zone) };
}

/**
 * A screen of the postcode with its commune and APL zone written beside it. Several communes, or an unknown
 * postcode, give communes to choose from; `zone` given by hand is for a phone without network.
 */
export async function placeLookedUp(
  raw: RawAnswer,
  places: Places
): Promise<Result<RawAnswer, PlaceRefusal>> {
  const postcode = (raw[FIELD] ?? '').replace(/\s/g, '');
  if (/^[123]$/.test(raw['zone_by_hand'] ?? ''))
    return ok({ [FIELD]: postcode, zone: raw['zone_by_hand'] ?? '' });
  if (!/^\d{5}$/.test(postcode)) return refuse('postcode_not_five_digits');
  if (OVERSEAS.test(postcode)) return ok({ [FIELD]: postcode, overseas: 'yes' });
  const files = await filesOf(postcode, places);
  if (files === null) return refuse('postcode_out_of_reach');
  const found = communesOf(postcode, files);
  const near = found.ok ? found.value : found.why.code === 'postcode_unknown' ? found.why.near : [];
  const chosen = near.find(({ insee }) => insee === raw['insee']);
  if (chosen) return ok(settled(raw, chosen));
  if (!found.ok) return refuse(near.length > 0 ? 'postcode_unknown' : 'postcode_nowhere', near, postcode);
  const [only] = found.value;
  if (only && found.value.length === 1) return ok(settled(raw, only));
  return refuse('commune_missing', found.value);
}
