import {
  TELL,
  draftOf,
  estimated,
  isAskable,
  openCatalogue,
  placeOf,
  rightsContextOf,
  screenOf,
  toldWord,
  type Benefit,
  type Catalogue,
  type Group,
  type KeptAnswers,
  type PairAtWork,
  type Places,
  type Right,
  type ScreenId,
  type ShownRight,
  type Sureness,
  type Told
} from '$lib/aids';
import { m } from '$lib/i18n';
import { benefitName, withoutProtocol } from './aid-words';
import { missedWords, setAsideWords, type ClosedRight } from './missed-rights';
import { dateWords, type BodiesAround, type BodyView } from './body-view';
import { SCREEN_TITLE } from './question-words';
import type { Surroundings } from './surroundings';

/** One question to answer beside a right; it stands there once, at the first right that needs it. */
export interface AskView {
  /** The name of its field. */
  readonly name: string;
  readonly question: string;
  /** `yes`, `no`, `unknown`; empty while there is no answer. */
  readonly chosen: string;
}

/** One right beside the computed amounts, in words. */
export interface RightView {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
  readonly what: string;
  readonly who: string;
  readonly sureness: Sureness;
  /** What would settle it and nobody can answer here. */
  readonly toSettle: readonly string[];
  /** Questions that would settle it, to answer beside it. */
  readonly asks: readonly AskView[];
  /** Questions of the simulator that would settle it. */
  readonly screens: readonly { readonly screen: ScreenId; readonly title: string }[];
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
  /** It is asked of somebody who answers, and not only gone to: a letter can be prepared, a claim followed. */
  readonly isClaimed: boolean;
  /** What to know before asking: a grant rather than a loan, facts not yet compared with their source. */
  readonly notes: readonly string[];
}

/** One part of the page. */
export interface RightsGroup {
  readonly group: Group;
  readonly title: string;
  readonly rights: readonly RightView[];
}

/** One answer she gave beside a right. */
export interface ToldLine {
  readonly missing: string;
  readonly question: string;
  readonly answer: string;
}

/** Rights in words: the pressing ones come before the amounts, the others after. */
export interface RightsView {
  readonly first: readonly RightsGroup[];
  readonly then: readonly RightsGroup[];
  /** Which aids bear on one another. */
  readonly together: readonly string[];
  /** Those she says she has. */
  readonly held: readonly { readonly id: string; readonly name: string }[];
  /** What she said beside them, to read again and take back. */
  readonly told: readonly ToldLine[];
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

/** The screen of the simulator that asks for what is missing; null when none does. */
function screenFor(missing: string): ScreenId | null {
  const [kind = ''] = missing.split('.');
  if (kind === 'territory') return 'place';
  if (kind === 'arrears' || kind === 'income') return kind;
  return screenOf(missing);
}

/** The question for what is missing, to answer here; null when it is not one. */
function questionFor(missing: string, situations: Readonly<Record<string, string>>): string | null {
  if (!isAskable(missing)) return null;
  const [kind, detail = ''] = missing.split('.');
  if (kind === 'situation') return situations[detail] ?? null;
  return m.aids_rights_benefit({ name: benefitName(detail as Benefit) });
}

/** What only the body can settle, in words. */
function openWords(missing: string): string | null {
  if (missing === 'words') return m.aids_rights_body_decides();
  return missing === 'near_ceiling' ? m.aids_rights_near_ceiling() : null;
}

/** What she said, and the questions already placed beside a right. */
interface Asking {
  readonly told: Told;
  readonly placed: Set<string>;
}

function asksOf(missing: readonly string[], { SITUATIONS }: Catalogue, { told, placed }: Asking) {
  return missing.flatMap((one): AskView[] => {
    const question = questionFor(one, SITUATIONS);
    if (question === null || placed.has(one)) return [];
    placed.add(one);
    return [{ name: `${TELL}${one}`, question, chosen: toldWord(told, one) }];
  });
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

function rightView(shown: ShownRight, catalogue: Catalogue, bodies: BodiesAround, asking: Asking): RightView {
  const { right } = shown;
  const present = <T>(values: readonly (T | null)[]) =>
    [...new Set(values)].filter((value) => value !== null);
  const screens = present(shown.missing.map((one) => (isAskable(one) ? null : screenFor(one))));
  const known = right.knownOn ? ` ${m.aids_rights_known({ date: dateWords(right.knownOn) })}` : '';
  return {
    id: right.id,
    name: right.name,
    amount: right.amount ?? '',
    what: right.what,
    who: right.who,
    sureness: surenessOf(shown),
    toSettle: present(shown.missing.map(openWords)),
    asks: asksOf(shown.missing, catalogue, asking),
    screens: screens.slice(0, MOST_TO_SETTLE).map((screen) => ({ screen, title: SCREEN_TITLE[screen]() })),
    where: right.ask.place,
    phone: right.ask.phone ? m.aids_rights_phone({ phone: right.ask.phone }) : '',
    address: right.ask.address ? m.aids_rights_address({ address: right.ask.address }) : '',
    body: right.ask.address ? null : bodies.of(right.ask.body),
    papers: right.papers?.join(', ') ?? '',
    law: right.law ? m.aids_rights_law({ law: right.law }) : '',
    source: m.aids_rights_source({ source: right.source }) + known,
    site: withoutProtocol(right.applyUrl ?? right.url),
    isApplied: right.applyUrl !== undefined,
    isClaimed: right.kind !== 'service',
    notes: notesOf(shown)
  };
}

function groupsOf(
  groups: readonly Group[],
  shown: readonly ShownRight[],
  catalogue: Catalogue,
  bodies: BodiesAround,
  asking: Asking
): readonly RightsGroup[] {
  return groups.flatMap((group) => {
    const own = shown.filter((right) => right.group === group);
    if (own.length === 0) return [];
    return [
      {
        group,
        title: TITLE[group](),
        rights: own.map((right) => rightView(right, catalogue, bodies, asking))
      }
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

/** Yeses and noes move rights away from their question: they are read again among her answers. */
function toldLines(told: Told, { SITUATIONS }: Catalogue): readonly ToldLine[] {
  return Object.entries(told).flatMap(([missing, answer]) => {
    const question = questionFor(missing, SITUATIONS);
    if (question === null) return [];
    const words = answer === null ? m.aids_page_dont_know() : answer ? m.aids_yes() : m.aids_no();
    return [{ missing, question, answer: words }];
  });
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
  const { aids: estimates } = estimated(kept, month);
  const context = rightsContextOf(kept, month, { estimates, inDebt });
  const { shown, missed, setAside } = catalogue.rightsFor(draft, placeOf(kept), context, local ?? []);
  const others = shown.filter(({ right }) => right.engine === undefined);
  const pairs: readonly PairAtWork[] = catalogue.cumulationOf(draft, estimates);
  const asking = { told: kept.told, placed: new Set<string>() };
  return {
    first: groupsOf(FIRST, others, catalogue, bodies, asking),
    then: groupsOf(THEN, others, catalogue, bodies, asking),
    told: toldLines(kept.told, catalogue),
    together: pairs.map(({ words, law }) => `${words} (${law})`),
    held: [...(local ?? []), ...catalogue.NATIONAL_RIGHTS]
      .filter(({ id }) => kept.has.includes(id))
      .map(({ id, name }) => ({ id, name })),
    missed: missedWords(missed, catalogue.SITUATIONS),
    setAside: setAsideWords(setAside),
    note: local === null ? m.aids_rights_only_national() : ''
  };
}
