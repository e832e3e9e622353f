import type { Actor } from '$lib/access';
import { freshNews, type ClaimSubject } from '$lib/aids';
import { dayInZone, type CaseId, type LocalDate } from '$lib/kernel';
import type { Answers } from '$lib/questionnaire';
import { selectCaseHead } from '../cases';
import { enter } from '../db';
import { now } from '../platform/runtime';
import { selectAnswers } from '../questionnaire';
import { selectClaims, selectProfile, type AidClaim, type AidProfile } from './aids-repository';
import { withRights, type WithRight } from './claimed-right';
import { selectNewsOfCase, type OwnNews } from './law/news-repository';

/** What her page of aids stands on. */
export interface OwnAids {
  readonly profile: AidProfile | null;
  readonly claims: readonly WithRight<AidClaim>[];
  /** What she told the questionnaire, so that nothing is asked twice. */
  readonly answers: Answers;
  /** The aids and rights that are new to her since a change of the law, each with the day it was found. */
  readonly news: ReadonlyMap<ClaimSubject, LocalDate>;
  /** Her own day. */
  readonly today: LocalDate;
}

function newToHer(
  news: readonly OwnNews[],
  profile: AidProfile | null,
  claims: readonly AidClaim[],
  timeZone: string
): OwnAids['news'] {
  const told = news.flatMap(({ about, foundAt, settledAt, state }) =>
    state === 'told' && settledAt ? [{ about, foundAt, toldAt: settledAt }] : []
  );
  const fresh = freshNews(told, {
    profileChangedAt: profile?.updatedAt ?? null,
    claimed: claims.map(({ aid }) => aid),
    now: now()
  });
  return new Map([...fresh].map(([subject, foundAt]) => [subject, dayInZone(foundAt, timeZone)]));
}

/** Her saved simulation, her claims, what is new to her and what she said before, for the person herself. */
export async function loadOwnAids(actor: Actor, caseId: CaseId): Promise<OwnAids> {
  const own = await enter(actor, { permission: 'own_case.read', caseId }, async (tx) => {
    const [profile, claims, answers, { timeZone }, found] = await Promise.all([
      selectProfile(tx, caseId),
      selectClaims(tx, caseId),
      selectAnswers(tx, caseId),
      selectCaseHead(tx, caseId),
      selectNewsOfCase(tx, caseId)
    ]);
    const news = newToHer(found, profile, claims, timeZone);
    return { profile, claims, answers, news, today: dayInZone(now(), timeZone) };
  });
  return { ...own, claims: await withRights(own.claims) };
}
