import type { BodyAddress, BodyType, KeptAnswers, NearestBodies } from '$lib/aids';
import { placeOf } from '$lib/aids';
import { fullDate, m, monthAndYear, number } from '$lib/i18n';
import { localDate, parseIsoDate, type LocalDate } from '$lib/kernel';
import type { Surroundings } from './surroundings';

/** A body to ask, in words. */
export interface BodyView {
  readonly name: string;
  readonly address: string;
  readonly distance: string;
  /** The town and how far, for the line under which it is folded. */
  readonly place: string;
  /** As she may dial it, and as it is written; null where none is known. */
  readonly phone: { readonly href: string; readonly words: string } | null;
  /** Opening hours, a line each; empty unless they are recent. */
  readonly hours: readonly string[];
  /** When the address was known to hold, and where it comes from. */
  readonly known: string;
  /** It may have moved since: a call first. */
  readonly caution: string;
}

/** Whether addresses are there, may be asked for, or why not. */
export type BodiesState = 'shown' | 'offered' | 'out_of_reach' | 'no_place';

/** The bodies around her, and whether they could be found. */
export interface BodiesAround {
  readonly state: BodiesState;
  readonly of: (type: BodyType | null | undefined) => BodyView | null;
}

const RECENT_YEARS = 3;

/** A year, month or day as a source gives it, in words. */
export function dateWords(date: string): string {
  if (/^\d{4}$/.test(date)) return date;
  if (/^\d{4}-\d{2}$/.test(date)) return monthAndYear(localDate(`${date}-01`));
  const day = parseIsoDate(date);
  return day ? fullDate(day) : date;
}

/** Its own source, without how a copy of it reached the directory. */
const sourceName = (source: string) => source.replace(/ (\(|via ).*$/, '');

function hoursLines(hours: BodyAddress['hours']): readonly string[] {
  return Object.entries(hours ?? {}).map(([day, time]) => m.aids_body_hours({ day, time }));
}

function distanceWords(km: number | null): string {
  if (km === null) return '';
  return km < 1 ? m.aids_body_very_near() : m.aids_body_distance({ km: number(km) });
}

/** Its town without the sorting code of the post. */
const town = ({ city, postcode }: BodyAddress) => city?.replace(/\s+cedex.*$/i, '') ?? postcode;

/** One body in words; hours only when the source is recent. */
export function bodyView(body: BodyAddress, today: LocalDate): BodyView {
  const isRecent = Number(today.slice(0, 4)) - Number(body.sourceDate.slice(0, 4)) <= RECENT_YEARS;
  const distance = body.isMobile ? '' : distanceWords(body.distanceKm);
  const city = [body.postcode, body.city].filter(Boolean).join(' ');
  return {
    name: body.name,
    address: [body.address, city].filter(Boolean).join(', '),
    distance,
    place: [town(body), distance].filter(Boolean).join(', '),
    phone: body.phone ? { href: `tel:${body.phone.replace(/[^\d+]/g, '')}`, words: body.phone } : null,
    hours: isRecent ? hoursLines(body.hours) : [],
    known: m.aids_body_known({ date: dateWords(body.sourceDate), source: sourceName(body.source) }),
    caution: body.isMobile ? m.aids_body_mobile() : isRecent ? '' : m.aids_body_old()
  };
}

const nowhere = (state: BodiesState): BodiesAround => ({ state, of: () => null });

/** The bodies around where she lives, when they may be looked for and can be found. */
export async function bodiesAround(kept: KeptAnswers, around: Surroundings): Promise<BodiesAround> {
  const { insee } = placeOf(kept);
  if (!insee) return nowhere('no_place');
  if (!around.wantsBodies) return nowhere('offered');
  const found: NearestBodies | null = await around.bodies(insee);
  if (!found) return nowhere('out_of_reach');
  return {
    state: 'shown',
    of: (type) => {
      const body = type ? found[type] : undefined;
      return body ? bodyView(body, around.today) : null;
    }
  };
}
