import { AIDS, monthlyShare, type AidKey } from '../aids';
import type { ClaimSubject } from '../claims';
import { checkHousehold } from '../household-check';
import { consistentDraftOf, outOfScope, type KeptAnswers } from '../interview/answers-kept';
import { usualHousehold } from '../interview/outcome';
import { Simulator } from '../simulation';
import type { Edition } from './edition';

/** The gain from which people are told, until a supervisor decides otherwise: 10 € a month. */
export const USUAL_THRESHOLD_CENTS = 1_000;

/**
 * Computes stored answers again in two editions of the law, one person after the other, in memory it keeps. The most
 * usual answer stands for each missing one, as on her own page.
 */
export class Rescreening {
  private readonly before: Simulator;
  private readonly after: Simulator;

  constructor(
    private readonly month: number,
    before: Edition,
    after: Edition
  ) {
    this.before = new Simulator(month, before);
    this.after = new Simulator(month, after);
  }

  /**
   * What she gains a month on average, and by which aids; negative when she loses. Null when nothing can be computed:
   * her answers contradict one another, or she is in a situation that is sent to a person.
   */
  gainOf(kept: KeptAnswers): ScreenedGain | null {
    if (outOfScope(kept).length > 0) return null;
    const draft = consistentDraftOf(kept);
    const checked = draft && checkHousehold(usualHousehold(draft), this.month);
    if (!checked?.ok) return null;
    const [old, fresh] = [this.before.settle(checked.value), this.after.settle(checked.value)];
    let gain = 0;
    const about: AidKey[] = [];
    for (const aid of AIDS) {
      if (aid.rhythm === 'once' || aid.rhythm === 'cover') continue;
      const more = monthlyShare(aid, aid.read(fresh)) - monthlyShare(aid, aid.read(old));
      gain += more;
      if (more > HALF_A_CENT) about.push(aid.key);
    }
    return { cents: Math.round(gain * 100), about };
  }
}

const HALF_A_CENT = 0.005;

/** What a change of the law brings one person. */
export interface ScreenedGain {
  /** A month; negative: a loss. `opened`: a right newly hers of which nobody knows the sum. */
  readonly cents: number | 'opened';
  /** The aids and rights that bring it; what she loses beside them is not among them. */
  readonly about: readonly ClaimSubject[];
}

/**
 * Whether a gain is worth a message: more than the threshold, never equal to it. A right newly hers is, whatever the
 * threshold: where the sum is not known nobody can say that it is small, and she would not find it by herself.
 */
export function isWorthTelling({ cents }: ScreenedGain, thresholdCents: number): boolean {
  return cents === 'opened' || cents > thresholdCents;
}
