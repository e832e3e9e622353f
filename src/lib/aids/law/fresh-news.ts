import type { ClaimSubject } from '../claims';

/** For how long what a change of the law brought her is marked on her page. */
const DAYS_MARKED = 60;
const MS_PER_DAY = 86_400_000;

/** What a change of the law brought one person, and she was told of. */
export interface ToldNews {
  /** The aids and rights that gained. */
  readonly about: readonly ClaimSubject[];
  readonly foundAt: Date;
  readonly toldAt: Date;
}

/** What settles that something is not new to her any more. */
export interface SeenSince {
  /** When she last saved her answers: her own result moved with them. Null: she keeps none, and nothing is marked. */
  readonly profileChangedAt: Date | null;
  /** What she follows a claim for. */
  readonly claimed: readonly ClaimSubject[];
  readonly now: Date;
}

/**
 * The aids and rights that are new to her since a change of the law, each with the moment it was found, the latest one
 * when there are several. Not what she claims already, nor what she was told sixty days ago or more.
 */
export function freshNews(
  told: readonly ToldNews[],
  { profileChangedAt, claimed, now }: SeenSince
): ReadonlyMap<ClaimSubject, Date> {
  const fresh = new Map<ClaimSubject, Date>();
  if (profileChangedAt === null) return fresh;
  for (const { about, foundAt, toldAt } of told) {
    if (foundAt < profileChangedAt || now.getTime() - toldAt.getTime() >= DAYS_MARKED * MS_PER_DAY) continue;
    for (const subject of about) {
      const known = fresh.get(subject);
      if (!claimed.includes(subject) && !(known && known >= foundAt)) fresh.set(subject, foundAt);
    }
  }
  return fresh;
}
