import type { LocalDate } from '$lib/kernel';
import { chosen, valueOf, type Answers } from './answers';
import type { ChoiceOf, Slot } from './choices';
import { pruneStaleAnswers } from './prune';
import { needsToApply, type EffectInForce } from './signals/effects';

/** What she said about being contacted, for contact-policy, which owns the rules. */
export interface ContactWishes {
  /** Ways she prefers; empty when she did not say. */
  readonly channels: readonly ChoiceOf<'channel'>[];
  /** Cells in which she may be called; empty when she did not say. */
  readonly slots: readonly Slot[];
  readonly neverAtWork: boolean;
  /** She asked not to be called at all; over once she removes that signal. */
  readonly noPhone: boolean;
  /** A file for the Banque de France, prepared or sent and not yet accepted, and the day she said so; null otherwise. */
  readonly surendettement: { readonly stage: 'preparing' | 'filed'; readonly saidOn: LocalDate } | null;
}

/** Reads her wishes from the answers and the effects in force; skipped questions say nothing. */
export function contactWishesFrom(given: Answers, effects: readonly EffectInForce[]): ContactWishes {
  const { answers } = pruneStaleAnswers(given);
  const times = valueOf(answers, 'times');
  return {
    channels: chosen(answers, 'channel'),
    slots: times?.kind === 'times' ? times.slots : [],
    neverAtWork: times?.kind === 'times' && times.neverAtWork,
    noPhone: needsToApply(effects).includes('no_phone'),
    surendettement: surendettementOf(answers)
  };
}

function surendettementOf(answers: Answers): ContactWishes['surendettement'] {
  const said = chosen(answers, 'overindebtedness_file');
  const saidOn = answers.entries.overindebtedness_file?.answeredOn;
  const stage = (['preparing', 'filed'] as const).find((one) => said.includes(one));
  return stage && saidOn ? { stage, saidOn } : null;
}
