import type { LocalDate } from '$lib/kernel';
import { MINIMUM_ANSWERS, satisfactionRate, type SatisfactionRate } from './satisfaction-rate';
import { addCounts, answersIn, NO_ANSWERS, type SatisfactionCounts } from './scale';

/** The answers of a period, both days included. */
export interface PeriodAnswers {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly counts: SatisfactionCounts;
}

/** A period as it may be shown: its rate, or null while it has fewer than ten answers. */
export interface PublishedPeriod {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly rate: SatisfactionRate | null;
}

/**
 * Periods merged with the ones after them until each has ten answers; what is left at the end is hidden until more
 * come. Nothing already shown is ever split or joined again, so no two screens can be subtracted from one another:
 * for that, give every period from the very first on, in order, and cut the window afterwards. Count answers of
 * finished days only, so that one answer more is not seen arriving.
 */
export function publishPeriods(periods: readonly PeriodAnswers[]): PublishedPeriod[] {
  const published: PublishedPeriod[] = [];
  let open: PeriodAnswers | null = null;
  for (const period of periods) {
    open = open
      ? { ...period, startsOn: open.startsOn, counts: addCounts(open.counts, period.counts) }
      : period;
    const rate = satisfactionRate(open.counts);
    if (!rate.ok) continue;
    published.push({ startsOn: open.startsOn, endsOn: open.endsOn, rate: rate.value });
    open = null;
  }
  if (open) published.push({ startsOn: open.startsOn, endsOn: open.endsOn, rate: null });
  return published;
}

/** The answers of a group of a breakdown, such as a team or a channel. */
export interface GroupAnswers<Key> {
  readonly key: Key;
  readonly counts: SatisfactionCounts;
}

/** A group as it may be shown. */
export interface PublishedGroup<Key> {
  readonly key: Key;
  readonly rate: SatisfactionRate | null;
}

/**
 * The groups of a breakdown beside their total. Those under ten are hidden; when all hidden ones together stay under
 * ten, the smallest shown group is hidden too, until subtraction from the total reveals ten answers at least. Keeps
 * the order given.
 */
export function publishGroups<Key>(groups: readonly GroupAnswers<Key>[]): PublishedGroup<Key>[] {
  const sizes = groups.map((group) => answersIn(group.counts));
  const hidden = new Set(sizes.flatMap((size, index) => (size < MINIMUM_ANSWERS ? [index] : [])));
  const smallestFirst = sizes.map((_, index) => index).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  for (const index of smallestFirst) {
    const concealed = [...hidden].reduce((sum, place) => sum + (sizes[place] ?? 0), 0);
    if (concealed === 0 || concealed >= MINIMUM_ANSWERS) break;
    hidden.add(index);
  }
  return groups.map(({ key, counts }, index) => {
    const rate = satisfactionRate(counts);
    return { key, rate: rate.ok && !hidden.has(index) ? rate.value : null };
  });
}

/** All answers of several periods or groups together. */
export function totalOf(parts: readonly { readonly counts: SatisfactionCounts }[]): SatisfactionCounts {
  return parts.reduce((sum, part) => addCounts(sum, part.counts), NO_ANSWERS);
}
