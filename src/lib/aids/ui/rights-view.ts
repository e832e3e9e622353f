import {
  arrearsOf,
  draftOf,
  estimated,
  openCatalogue,
  placeOf,
  screenOf,
  type Benefit,
  type Catalogue,
  type Group,
  type KeptAnswers,
  type PairAtWork,
  type Places,
  type Right,
  type RightsContext,
  type ShownRight,
  type Sureness
} from '$lib/aids';
import { m } from '$lib/i18n';
import { benefitName, withoutProtocol } from './aid-words';
import { missedWords, setAsideWords, type ClosedRight } from './missed-rights';
import { dateWords, type BodiesAround, type BodyView } from './body-view';
import { SCREEN_TITLE } from './question-words';
import type { Surroundings } from './surroundings';

/** One right beside the computed amounts, in words. */
export interface RightView {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
  readonly what: string;
  readonly who: string;
  readonly sureness: Sureness;
  /** What would settle it. */
  readonly toSettle: readonly string[];
  readonly where: string;
  readonly phone: string;
  readonly address: string;
  /** The nearest body to ask, once it was looked for. */
  readonly body: BodyView | null;
  readonly papers: string;
  readonly law: string;
  readonly source: string;
  /** Where to read or to ask, without protocol. */
  readonly site: string;
  /** The site takes the claim itself. */
  readonly isApplied: boolean;
  /** It is asked for in writing: a letter can be prepared. */
  readonly hasLetter: boolean;
  /** What to know before asking: a grant rather than a loan, facts not yet compared with their source. */
  readonly notes: readonly string[];
}

/** One part of the page. */
export interface RightsGroup {
  readonly group: Group;
  readonly title: string;
  readonly rights: readonly RightView[];
}

/** Rights in words: the pressing ones come before the amounts, the others after. */
export interface RightsView {
  readonly first: readonly RightsGroup[];
  readonly then: readonly RightsGroup[];
  /** Which aids bear on one another. */
  readonly together: readonly string[];
  /** Those she says she has. */
  readonly held: readonly { readonly id: string; readonly name: string }[];
  /** Not hers, with why and by how much. */
  readonly missed: readonly ClosedRight[];
  /** Hers, but another takes their place. */
  readonly setAside: readonly ClosedRight[];
  readonly note: string;
}

const TITLE: Readonly<Record<Group, () => string>> = {
  arrears: m.aids_rights_arrears,
  emergency: m.aids_rights_emergency,
  debt: m.aids_rights_debt,
  youth: m.aids_rights_youth,
  other: m.aids_rights_other,
  in_case: m.aids_rights_in_case
};
const FIRST: readonly Group[] = ['arrears', 'emergency'];
const THEN: readonly Group[] = ['debt', 'youth', 'other', 'in_case'];
const MOST_TO_SETTLE = 2;

/** What is missing, as a question or a sentence; null for what nobody can answer here. */
function missingWords(missing: string, situations: Readonly<Record<string, string>>): string | null {
  const [kind = '', detail = ''] = missing.split('.');
  if (kind === 'situation') return situations[detail] ?? null;
  if (kind === 'benefit') return m.aids_rights_benefit({ name: benefitName(detail as Benefit) });
  if (kind === 'words') return m.aids_rights_body_decides();
  if (kind === 'near_ceiling') return m.aids_rights_near_ceiling();
  if (kind === 'arrears') return SCREEN_TITLE.arrears();
  if (kind === 'territory') return SCREEN_TITLE.place();
  if (kind === 'income') return SCREEN_TITLE.income();
  const screen = screenOf(missing);
  return screen ? SCREEN_TITLE[screen]() : null;
}

function surenessOf({ answer, right }: ShownRight): Sureness {
  if (answer === 'maybe') return 'to-check';
  return right.checked === 'yes' ? 'sure' : 'likely';
}

function notesOf({ right, grantOnly }: ShownRight): readonly string[] {
  return [
    ...(grantOnly ? [m.aids_rights_grant_only()] : []),
    ...(right.checked === 'yes' ? [] : [m.aids_rights_unchecked()])
  ];
}

function rightView(
  shown: ShownRight,
  { SITUATIONS: situations }: Catalogue,
  bodies: BodiesAround
): RightView {
  const { right } = shown;
  const settled = shown.missing
    .map((missing) => missingWords(missing, situations))
    .filter((words) => words !== null);
  const known = right.knownOn ? ` ${m.aids_rights_known({ date: dateWords(right.knownOn) })}` : '';
  return {
    id: right.id,
    name: right.name,
    amount: right.amount ?? '',
    what: right.what,
    who: right.who,
    sureness: surenessOf(shown),
    toSettle: [...new Set(settled)].slice(0, MOST_TO_SETTLE),
    where: right.ask.place,
    phone: right.ask.phone ? m.aids_rights_phone({ phone: right.ask.phone }) : '',
    address: right.ask.address ? m.aids_rights_address({ address: right.ask.address }) : '',
    body: right.ask.address ? null : bodies.of(right.ask.body),
    papers: right.papers?.join(', ') ?? '',
    law: right.law ? m.aids_rights_law({ law: right.law }) : '',
    source: m.aids_rights_source({ source: right.source }) + known,
    site: withoutProtocol(right.applyUrl ?? right.url),
    isApplied: right.applyUrl !== undefined,
    hasLetter: right.kind !== 'service',
    notes: notesOf(shown)
  };
}

function groupsOf(
  groups: readonly Group[],
  shown: readonly ShownRight[],
  catalogue: Catalogue,
  bodies: BodiesAround
): readonly RightsGroup[] {
  return groups.flatMap((group) => {
    const own = shown.filter((right) => right.group === group);
    if (own.length === 0) return [];
    return [
      { group, title: TITLE[group](), rights: own.map((right) => rightView(right, catalogue, bodies)) }
    ];
  });
}

async function localRights(
  kept: KeptAnswers,
  places: Places,
  catalogue: Catalogue
): Promise<readonly Right[] | null> {
  const { departement } = placeOf(kept);
  const file = departement ? await places.localAids(departement) : null;
  return file ? catalogue.openLocalAids(file) : null;
}

function contextOf(kept: KeptAnswers, month: number, inDebt: boolean): RightsContext {
  const arrears = arrearsOf(kept);
  return {
    month,
    estimates: estimated(kept, month).aids,
    receives: Object.fromEntries(kept.held.map((key) => [key, true])),
    has: kept.has,
    ...(arrears && { arrears }),
    ...((inDebt || (arrears && arrears.length > 0)) && { inDebt: true })
  };
}

/** The rights of a household beside its amounts; those the engine computes are left to it. */
export async function rightsView(
  kept: KeptAnswers,
  month: number,
  { places, inDebt }: Pick<Surroundings, 'places' | 'inDebt'>,
  bodies: BodiesAround
): Promise<RightsView> {
  const catalogue = await openCatalogue();
  const local = await localRights(kept, places, catalogue);
  const draft = draftOf(kept);
  const context = contextOf(kept, month, inDebt);
  const { shown, missed, setAside } = catalogue.rightsFor(draft, placeOf(kept), context, local ?? []);
  const others = shown.filter(({ right }) => right.engine === undefined);
  const pairs: readonly PairAtWork[] = catalogue.cumulationOf(draft, context.estimates ?? []);
  return {
    first: groupsOf(FIRST, others, catalogue, bodies),
    then: groupsOf(THEN, others, catalogue, bodies),
    together: pairs.map(({ words, law }) => `${words} (${law})`),
    held: [...(local ?? []), ...catalogue.NATIONAL_RIGHTS]
      .filter(({ id }) => kept.has.includes(id))
      .map(({ id, name }) => ({ id, name })),
    missed: missedWords(missed),
    setAside: setAsideWords(setAside),
    note: local === null ? m.aids_rights_only_national() : ''
  };
}
