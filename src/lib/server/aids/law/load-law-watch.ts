import type { Actor } from '$lib/access';
import { daysBetween, localDate, ok, refused, type LocalDate, type Result } from '$lib/kernel';
import { enter } from '../../db';
import { now } from '../../platform/runtime';
import { GROUPS } from '../generated/law-watch';
import { numbersOf, type ParameterEntry } from '../parameter-schema';
import { dayInFrance } from './day-in-france';
import { countAffectedProfiles, type AffectedProfiles } from './count-affected-profiles';
import { impactOf, type Impact } from './impact-of';
import { parametersNow, rightsNow, type CataloguedRight } from './law-as-published';
import { countNews, type NewsCounts } from './news-repository';
import { isDue, isScreened } from './open-screening';
import { selectProgress, type RescreeningProgress } from './rescreening-repository';
import type { Revision, RevisionId } from './revision';
import { selectHistory, selectPublished, selectRevision, selectRevisions } from './revision-repository';
import { selectThreshold, type NewsThreshold } from './threshold';

/** A value of a parameter and the day it applies from. */
export interface DatedValue {
  readonly from: LocalDate;
  readonly numbers: readonly number[];
}

/** A parameter as the law watch shows it. */
export interface WatchedParameter {
  readonly name: string;
  /** The file it stands in: the aid it belongs to. */
  readonly group: string;
  readonly entry: ParameterEntry;
  /** Null while none is in force yet. */
  readonly current: DatedValue | null;
  /** Those after it, the nearest first. */
  readonly coming: readonly DatedValue[];
  readonly daysSinceChecked: number;
}

function watched(name: string, entry: ParameterEntry, today: LocalDate): WatchedParameter {
  const values = entry.values
    .map((value) => ({ from: localDate(value.from), numbers: numbersOf(value) }))
    .sort((a, b) => a.from.localeCompare(b.from));
  return {
    name,
    group: GROUPS[name] ?? '',
    entry,
    current: values.findLast(({ from }) => from <= today) ?? null,
    coming: values.filter(({ from }) => from > today),
    daysSinceChecked: Math.max(0, daysBetween(localDate(entry.checked), today))
  };
}

const READ = { permission: 'law_watch.read' } as const;

/** Every parameter, the one checked longest ago first. */
export async function listWatchedParameters(actor: Actor): Promise<readonly WatchedParameter[]> {
  const today = dayInFrance(now());
  const published = await enter(actor, READ, selectPublished);
  return [...parametersNow(published)]
    .map(([name, entry]) => watched(name, entry, today))
    .sort((a, b) => b.daysSinceChecked - a.daysSinceChecked || a.name.localeCompare(b.name));
}

/** A right as the law watch shows it. */
export interface WatchedRight extends CataloguedRight {
  /** Days since these facts were known to hold; null where nobody knows. */
  readonly daysSinceKnown: number | null;
}

/** The first day a year, month or day may mean. */
export function firstDayOf(knownOn: string): LocalDate {
  return localDate(`${knownOn}-01-01`.slice(0, 10));
}

/** Every national right and local aid, those nobody dated first, then the oldest. */
export async function listWatchedRights(actor: Actor): Promise<readonly WatchedRight[]> {
  const today = dayInFrance(now());
  const rights = await rightsNow(await enter(actor, READ, selectPublished));
  const age = (one: WatchedRight) => one.daysSinceKnown ?? Number.MAX_SAFE_INTEGER;
  return [...rights.values()]
    .map(({ right, isLocal }): WatchedRight => {
      const { knownOn } = right;
      const days = knownOn ? Math.max(0, daysBetween(firstDayOf(knownOn), today)) : null;
      return { right, isLocal, daysSinceKnown: days };
    })
    .sort((a, b) => age(b) - age(a) || a.right.name.localeCompare(b.right.name, 'fr'));
}

/** One parameter with its history; refused when there is none of that name. */
export async function loadWatchedParameter(
  actor: Actor,
  name: string
): Promise<
  Result<{ readonly parameter: WatchedParameter; readonly history: readonly Revision[] }, NotThere>
> {
  const [published, history] = await enter(actor, READ, (tx) =>
    Promise.all([selectPublished(tx), selectHistory(tx, { subject: 'parameter', key: name })])
  );
  const entry = parametersNow(published).get(name);
  if (!entry) return refused({ code: 'not_there' });
  return ok({ parameter: watched(name, entry, dayInFrance(now())), history });
}

/** One right with its history; null when it exists no more or never did. */
export async function loadWatchedRight(
  actor: Actor,
  id: string
): Promise<{ readonly right: CataloguedRight | null; readonly history: readonly Revision[] }> {
  const [published, history] = await enter(actor, READ, (tx) =>
    Promise.all([selectPublished(tx), selectHistory(tx, { subject: 'right', key: id })])
  );
  return { right: (await rightsNow(published)).get(id) ?? null, history };
}

/** There is no such thing. */
export interface NotThere {
  readonly code: 'not_there';
}

/** One change, who gains and loses by it, and how far the pass over the profiles is. */
export interface RevisionPage {
  readonly revision: Revision;
  readonly isOwn: boolean;
  readonly impact: Impact | null;
  /** While it is proposed: how many stored profiles a change of a right touches, in whole tens. */
  readonly profiles: AffectedProfiles | null;
  /** Stored profiles are screened for it once it applies. */
  readonly isScreened: boolean;
  readonly passes: readonly RescreeningProgress[];
  readonly news: NewsCounts;
  /** A pass may be started by hand. */
  readonly mayRescreen: boolean;
  readonly today: LocalDate;
}

const NO_NEWS: NewsCounts = { toTell: 0, told: 0, notTold: 0 };
const PASSES_SHOWN = 5;

/** One change; a proposal is compared with the law of today, a published one as it was when it was published. */
export async function loadRevision(actor: Actor, id: RevisionId): Promise<Result<RevisionPage, NotThere>> {
  const today = dayInFrance(now());
  const found = await enter(actor, READ, async (tx) => ({
    revision: await selectRevision(tx, id),
    published: await selectPublished(tx),
    passes: await selectProgress(tx, PASSES_SHOWN, id)
  }));
  const { revision, published, passes } = found;
  if (!revision) return refused({ code: 'not_there' });
  const news = (await newsOf([id])).get(id) ?? NO_NEWS;
  return ok({
    revision,
    isOwn: actor.kind === 'staff' && actor.staffId === revision.proposedBy,
    impact: revision.impact ?? (await impactOf(revision, published, today)),
    profiles: revision.state === 'proposed' ? await countAffectedProfiles(revision, published, today) : null,
    isScreened: isScreened(revision),
    passes,
    news,
    mayRescreen: isDue(revision, today) && passes.every(({ finishedAt }) => finishedAt !== null),
    today
  });
}

/** What waits for a second person, what was decided, and the passes over the profiles. */
export interface ChangesPage {
  readonly proposed: readonly Revision[];
  readonly history: readonly Revision[];
  readonly passes: readonly RescreeningProgress[];
  readonly news: ReadonlyMap<string, NewsCounts>;
  readonly threshold: NewsThreshold;
}

const PASSES_LISTED = 10;

/** The changes and what became of them. */
export async function loadChanges(actor: Actor): Promise<ChangesPage> {
  const page = await enter(actor, READ, async (tx) => ({
    proposed: await selectRevisions(tx, 'proposed'),
    history: (await selectHistory(tx)).filter(({ state }) => state !== 'proposed'),
    passes: await selectProgress(tx, PASSES_LISTED),
    threshold: await selectThreshold(tx)
  }));
  return { ...page, news: await newsOf(page.passes.map(({ revisionId }) => revisionId)) };
}

const COUNTER = { kind: 'system', job: 'figures' } as const;

/** Counts over everyone: a supervisor sees the rows of nobody. */
function newsOf(ids: readonly RevisionId[]): Promise<ReadonlyMap<string, NewsCounts>> {
  return enter(COUNTER, { permission: 'system.figures' }, (tx) => countNews(tx, ids));
}
