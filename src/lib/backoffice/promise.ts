/** What somebody at the desk owes to a person. `look`: something was said at the door, a human looks at once. */
export type AwaitedKind = 'look' | 'reply' | 'signal_words' | 'proposal';

/** One thing owed; `by` is null when it is owed at once. */
export interface Awaited {
  readonly kind: AwaitedKind;
  readonly by: Date | null;
}

/** The promises of a case, as the worklist keeps them; null where nothing is owed. */
export interface Promises {
  readonly urgentSince: Date | null;
  readonly replyDueAt: Date | null;
  readonly signalWordsDueAt: Date | null;
  readonly proposalDueAt: Date | null;
}

/** All that is owed on a case, the soonest first; what is owed at once comes before everything. */
export function awaitedOf(promises: Promises): Awaited[] {
  const dated: Awaited[] = [
    { kind: 'reply' as const, by: promises.replyDueAt },
    { kind: 'signal_words' as const, by: promises.signalWordsDueAt },
    { kind: 'proposal' as const, by: promises.proposalDueAt }
  ].filter(({ by }) => by !== null);
  dated.sort((one, other) => one.by!.getTime() - other.by!.getTime());
  return promises.urgentSince ? [{ kind: 'look', by: null }, ...dated] : dated;
}

/** Whether a promise was not kept in time. What is owed at once has no hour to be late for. */
export function isLate({ by }: Awaited, now: Date): boolean {
  return by !== null && by.getTime() < now.getTime();
}
