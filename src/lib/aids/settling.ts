import { ANSWER_COUNT, STATE, adultCount, writeAnswers } from './answers';
import type { Household } from './household';
import { Evaluation } from './kernel/evaluation';
import { inEuros } from './kernel/quantity';
import { editionInForce, type Edition } from './law/edition';
import { PastYear } from './past-year';
import { asi } from './rules/minimum-income';
import { AFTER_RSA_RECEIVED, rsa } from './rules/rsa';

const MOST_PASSES = 10;

/** Evaluates households one after the other for one month, in memory it keeps. Not for use from two places at once. */
export class Settler {
  readonly evaluation: Evaluation;
  private readonly past: PastYear;

  constructor(
    readonly month: number,
    edition: Edition = editionInForce()
  ) {
    const answers = new Float64Array(ANSWER_COUNT);
    this.evaluation = new Evaluation(answers, edition.parametersOf(month));
    this.evaluation.month = month;
    this.past = new PastYear(answers, month, edition);
    this.evaluation.history = this.past;
  }

  /** Settles a household already found valid: afterwards any rule may be read from `evaluation`. */
  settle(household: Household): Evaluation {
    const { evaluation } = this;
    writeAnswers(evaluation.answers, household, this.month);
    evaluation.forget();
    this.past.forget();
    this.reachFixedPoint();
    return evaluation;
  }

  /**
   * RSA of the month before switches earnings off in housing aid, and housing aid lowers RSA; AAH and ASI look
   * at each other. Starts from nothing received and repeats until a month gives itself back.
   */
  private reachFixedPoint(): void {
    const { evaluation } = this;
    const { answers } = evaluation;
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const received = inEuros(rsa(evaluation)) > 0 ? 1 : 0;
      const first = inEuros(asi(evaluation, 0));
      const second = answers[adultCount.slot] === 2 ? inEuros(asi(evaluation, 1)) : 0;
      const sameAsi = answers[STATE.asi] === first && answers[STATE.asi + 1] === second;
      if (answers[STATE.rsa] === received && sameAsi) return;
      answers[STATE.rsa] = received;
      answers[STATE.asi] = first;
      answers[STATE.asi + 1] = second;
      if (sameAsi) evaluation.forgetOnly(AFTER_RSA_RECEIVED);
      else evaluation.forget();
    }
  }
}
