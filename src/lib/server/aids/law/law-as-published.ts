import {
  editionWith,
  openCatalogue,
  type Edition,
  type PublishedLaw,
  type RevisedParameter,
  type Right
} from '$lib/aids';
import type { LocalDate } from '$lib/kernel';
import { LOCAL_AIDS, PARAMETERS } from '../generated/law-watch';
import { numbersOf, type ParameterEntry } from '../parameter-schema';
import { usedFrom, type RevisedSubject, type Revision } from './revision';

const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** A parameter as phones and the engine take it. */
export function revisedParameter(
  name: string,
  { values, law, url, checked }: ParameterEntry
): RevisedParameter {
  const ordered = [...values].sort((a, b) => a.from.localeCompare(b.from));
  return {
    name,
    values: ordered.map((value) => [monthOf(value.from), ...numbersOf(value)] as const),
    law,
    url,
    checked
  };
}

/** Every parameter with what was published over it; a build that checked one later knows better. */
export function parametersNow(published: readonly Revision[]): ReadonlyMap<string, ParameterEntry> {
  const now = new Map(Object.entries(PARAMETERS));
  for (const { revised } of published) {
    if (revised.subject !== 'parameter') continue;
    const compiled = PARAMETERS[revised.key];
    if (compiled && revised.after.checked >= compiled.checked) now.set(revised.key, revised.after);
  }
  return now;
}

/** A right of the catalogue, and whether it exists somewhere only. */
export interface CataloguedRight {
  readonly right: Right;
  readonly isLocal: boolean;
}

let compiledRights: ReadonlyMap<string, CataloguedRight> | undefined;

/** Every right as compiled, by id. */
export async function rightsAsCompiled(): Promise<ReadonlyMap<string, CataloguedRight>> {
  if (compiledRights) return compiledRights;
  const { NATIONAL_RIGHTS, rightsOfFile } = await openCatalogue();
  const local = rightsOfFile({ departement: '', ...LOCAL_AIDS });
  compiledRights = new Map<string, CataloguedRight>([
    ...NATIONAL_RIGHTS.map((right) => [right.id, { right, isLocal: false }] as const),
    ...local.map((right) => [right.id, { right, isLocal: true }] as const)
  ]);
  return compiledRights;
}

const isSomewhereOnly = (right: Right | null) => right?.scope !== undefined;

/** Every right with what was published over it. */
export async function rightsNow(
  published: readonly Revision[]
): Promise<ReadonlyMap<string, CataloguedRight>> {
  const compiled = await rightsAsCompiled();
  const now = new Map(compiled);
  for (const { revised } of published) {
    if (revised.subject !== 'right') continue;
    const { key, after } = revised;
    if (after === null) now.delete(key);
    else now.set(key, { right: after, isLocal: compiled.get(key)?.isLocal ?? isSomewhereOnly(after) });
  }
  return now;
}

/** The record of a subject as the published changes leave it; null when there is none. */
export async function subjectNow(
  { subject, key }: Pick<RevisedSubject, 'subject' | 'key'>,
  published: readonly Revision[]
): Promise<ParameterEntry | Right | null> {
  if (subject === 'parameter') return parametersNow(published).get(key) ?? null;
  return (await rightsNow(published)).get(key)?.right ?? null;
}

/** The published changes that are used on a day. */
export function usedOn(published: readonly Revision[], today: LocalDate): readonly Revision[] {
  return published.filter((revision) => {
    const from = usedFrom(revision);
    return from !== null && from <= today;
  });
}

/** What phones and the engine lay over the compiled law on a day. */
export async function lawOn(published: readonly Revision[], today: LocalDate): Promise<PublishedLaw> {
  const compiled = await rightsAsCompiled();
  const latest = new Map<string, RevisedSubject>();
  for (const { revised } of usedOn(published, today))
    latest.set(`${revised.subject} ${revised.key}`, revised);
  const parameters: RevisedParameter[] = [];
  const rights: PublishedLaw['rights'][number][] = [];
  for (const revised of latest.values()) {
    if (revised.subject === 'parameter') parameters.push(revisedParameter(revised.key, revised.after));
    else {
      const isLocal = compiled.get(revised.key)?.isLocal ?? isSomewhereOnly(revised.after ?? revised.before);
      rights.push({ id: revised.key, isLocal, right: revised.after });
    }
  }
  return { parameters, rights };
}

/** The edition of the amounts used on a day. */
export async function editionOn(published: readonly Revision[], today: LocalDate): Promise<Edition> {
  return editionWith((await lawOn(published, today)).parameters);
}

/** The editions without and with one change of a parameter, the other published changes in both. */
export async function editionsAround(
  { key, before, after }: Extract<RevisedSubject, { subject: 'parameter' }>,
  published: readonly Revision[],
  today: LocalDate
): Promise<{ readonly before: Edition; readonly after: Edition }> {
  const { parameters } = await lawOn(published, today);
  const others = parameters.filter(({ name }) => name !== key);
  const [old, fresh] = await Promise.all([
    editionWith([...others, revisedParameter(key, before)]),
    editionWith([...others, revisedParameter(key, after)])
  ]);
  return { before: old, after: fresh };
}
