import { answerInfos, ruleInfos, type Recorder } from './evaluation';
import type { Unit } from './quantity';

/** What a step read: another named value, an answer of the household, or a dated parameter. */
export type StepRead =
  | { readonly kind: 'rule'; readonly slot: number }
  | { readonly kind: 'answer'; readonly slot: number }
  | { readonly kind: 'parameter'; readonly slot: number };

/** One named value as it came out, with what it was made from. Yes is 1, no is 0. */
export interface Step {
  readonly slot: number;
  readonly name: string;
  /** Which adult, when it is of one. */
  readonly person: number | null;
  readonly unit: Unit;
  /** The article; empty for plain arithmetic. */
  readonly law: string;
  readonly value: number;
  /** False when the rule does not apply to this household: the value is then zero. */
  readonly applies: boolean;
  readonly reads: readonly StepRead[];
}

/** Records an evaluation: the steps in the order in which they became known, each after those it needs. */
export class Tracer implements Recorder {
  readonly steps: Step[] = [];
  private readonly bySlot = new Map<number, Step>();
  private readonly open: { slot: number; reads: StepRead[] }[] = [];

  enter(slot: number): void {
    this.note({ kind: 'rule', slot });
    this.open.push({ slot, reads: [] });
  }

  leave(slot: number, value: number, applies: boolean): void {
    const reads = this.open.pop()?.reads ?? [];
    const info = ruleInfos[slot] as (typeof ruleInfos)[number];
    const step: Step = { slot, ...info, value, applies, reads };
    this.steps.push(step);
    this.bySlot.set(slot, step);
  }

  reread(slot: number): void {
    this.note({ kind: 'rule', slot });
  }

  answer(slot: number): void {
    this.note({ kind: 'answer', slot });
  }

  parameter(slot: number): void {
    this.note({ kind: 'parameter', slot });
  }

  private note(read: StepRead): void {
    const reads = this.open[this.open.length - 1]?.reads;
    if (reads && !reads.some((known) => known.kind === read.kind && known.slot === read.slot))
      reads.push(read);
  }

  /** The steps a value was made from, in order, the value itself last. */
  stepsOf(slots: readonly number[]): readonly Step[] {
    const wanted = new Set<number>();
    const visit = (slot: number): void => {
      if (wanted.has(slot)) return;
      wanted.add(slot);
      for (const read of this.bySlot.get(slot)?.reads ?? []) if (read.kind === 'rule') visit(read.slot);
    };
    slots.forEach(visit);
    return this.steps.filter((step) => wanted.has(step.slot));
  }
}

/** The questions a list of steps read, by name and adult: `net_salary.0`, `rent`. */
export function questionsIn(steps: readonly Step[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const step of steps)
    for (const read of step.reads) if (read.kind === 'answer') found.add(questionOf(read.slot));
  // the state of the month before is no question
  found.delete('');
  return found;
}

/** The question that asks an answer; adults have their number after it, children share one question. */
function questionOf(slot: number): string {
  const info = answerInfos[slot] as (typeof answerInfos)[number];
  const ofAdult = info.person !== null && info.ofAdult;
  return ofAdult ? `${info.question}.${info.person}` : info.question;
}
