import type { LocalDate } from '$lib/kernel';
import { isOver, type Effect, type EffectCode, type Need, type Signal } from './signal';
import type { SignalKind } from './signal-kind';

/** An effect that applies today, and the signal it comes from. */
export interface EffectInForce {
  readonly effect: Effect;
  readonly from: SignalKind;
  /** False: staff may see that it applies, never why (she did not agree to tell). */
  readonly staffMayKnow: boolean;
}

/**
 * What the signals change today. Give it the signals that are neither removed nor ended: an answer has no
 * effect of its own, so when its signal ends or is removed, its effects end with it.
 */
export function effectsInForce(signals: readonly Signal[], today: LocalDate): readonly EffectInForce[] {
  return signals
    .filter((signal) => !isOver(signal, today))
    .flatMap(({ effects, kind, staffMayKnow }) =>
      effects.map((effect) => ({ effect, from: kind, staffMayKnow }))
    )
    .filter(({ effect }) => effect.code !== 'contacts_paused' || today <= effect.untilOn);
}

/** Whether an effect applies. */
export function hasEffect(effects: readonly EffectInForce[], code: EffectCode): boolean {
  return effects.some(({ effect }) => effect.code === code);
}

/** The last day on which no contact of ours may leave; null when contacts are not paused. */
export function contactsPausedUntil(effects: readonly EffectInForce[]): LocalDate | null {
  const days = effects.flatMap(({ effect }) => (effect.code === 'contacts_paused' ? [effect.untilOn] : []));
  return days.reduce<LocalDate | null>(
    (latest, day) => (latest === null || day > latest ? day : latest),
    null
  );
}

/** The needs to apply to every screen and exchange. */
export function needsToApply(effects: readonly EffectInForce[]): readonly Need[] {
  return effects.flatMap(({ effect }) => (effect.code === 'needs_applied' ? effect.needs : []));
}
