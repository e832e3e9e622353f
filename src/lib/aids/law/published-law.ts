import type { Right } from '../catalogue/right';
import type { DatedRow } from '../kernel/parameter';
import type { PackedSource } from '../parameter-source';
import { compiledEdition, useEdition, type Edition } from './edition';

/** A parameter as a published change has it: all its values, each from a month (year × 12 + month - 1). */
export interface RevisedParameter {
  readonly name: string;
  readonly values: readonly (readonly [fromMonth: number, ...numbers: number[]])[];
  readonly law: string;
  readonly url: string;
  /** Day the values were compared with their source. */
  readonly checked: string;
}

/** A right as a published change has it; `right` null: it exists no more. */
export interface RevisedRight {
  readonly id: string;
  /** Exists somewhere only: it stands among the local aids, not in the national list. */
  readonly isLocal: boolean;
  readonly right: Right | null;
}

/** What supervisors published over the law the product was built with; plain JSON, the same for everyone. */
export interface PublishedLaw {
  readonly parameters: readonly RevisedParameter[];
  readonly rights: readonly RevisedRight[];
}

/** Nothing was published. */
export const NOTHING_PUBLISHED: PublishedLaw = { parameters: [], rights: [] };

let published = NOTHING_PUBLISHED;

/** The law published over the compiled one, as this page or process uses it. */
export const publishedLaw = (): PublishedLaw => published;

/** Whether a published change still holds: a build that compared the parameter later knows better. */
function holds(revised: RevisedParameter, [, , , , , checkedDay]: PackedSource): boolean {
  return Date.parse(revised.checked) / MS_PER_DAY >= checkedDay;
}

const MS_PER_DAY = 86_400_000;

/** The compiled edition with published changes over it. A name this build does not have is left out. */
export async function editionWith(parameters: readonly RevisedParameter[]): Promise<Edition> {
  if (parameters.length === 0) return compiledEdition();
  const { PACKED_SOURCES, TEXTS } = await import('../generated/parameter-sources');
  const revised = new Map<number, readonly DatedRow[]>();
  let slot = 0;
  for (const source of PACKED_SOURCES) {
    const rows = source[6] >= 0 ? (TEXTS[source[6]] as string).split(' ').length : 1;
    const own = parameters.find(({ name }) => name === source[0]);
    const fits = own?.values.every(({ length }) => length === rows + 1);
    if (own && fits && holds(own, source)) {
      const first = slot;
      revised.set(
        slot,
        own.values.map(([from, ...numbers]): DatedRow => [first, from, ...numbers])
      );
    }
    slot += rows;
  }
  return compiledEdition().with(revised);
}

/** Uses what was published from now on, in this page or this process. */
export async function usePublishedLaw(law: PublishedLaw): Promise<void> {
  const edition = await editionWith(law.parameters);
  published = law;
  useEdition(edition);
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** Reads published law that came over the network; null when it is something else. */
export function readPublishedLaw(value: unknown): PublishedLaw | null {
  const { parameters, rights } = (value ?? {}) as Partial<PublishedLaw>;
  return isList(parameters) && isList(rights) ? ({ parameters, rights } as PublishedLaw) : null;
}

/** Reads changes of rights that came over the network; null when they are something else. */
export function readRevisedRights(value: unknown): readonly RevisedRight[] | null {
  return isList(value) ? (value as RevisedRight[]) : null;
}

/** Rights with the published changes over them: replaced, taken out, or added when `isLocal` fits. */
export function withRevisedRights(
  rights: readonly Right[],
  isLocal: boolean,
  changes: readonly RevisedRight[] = published.rights
): readonly Right[] {
  const own = changes.filter((revised) => revised.isLocal === isLocal);
  if (own.length === 0) return rights;
  const changed = new Set(own.map(({ id }) => id));
  return [
    ...rights.filter(({ id }) => !changed.has(id)),
    ...own.flatMap(({ right }) => (right ? [right] : []))
  ];
}
