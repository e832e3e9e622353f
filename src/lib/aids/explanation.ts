import { AIDS, type AidDefinition, type AidKey, type AidRhythm } from './aids';
import type { Household } from './household';
import { Tracer, questionsIn, type Step } from './kernel/tracer';
import { Settler } from './settling';

/** Why an amount is what it is. Words are chosen by whoever shows it: names of steps are stable. */
export interface Explanation {
  readonly aid: AidKey;
  readonly rhythm: AidRhythm;
  /** Euros of the rhythm, not rounded; for the health cover 2 free, 1 with participation, 0 none. */
  readonly value: number;
  /** The formula's steps in order, each with its amount, unit and article; the aid itself last. */
  readonly steps: readonly Step[];
  /** Slots of the parameters used; their law, link and date checked are in `parameterAt`. */
  readonly parameters: readonly number[];
  /** The answers it rests on. */
  readonly questions: ReadonlySet<string>;
  /** The resources and the limit they are held against, where the law has one; `over` is by how much it is missed. */
  readonly limit: { readonly resources: number; readonly ceiling: number; readonly over: number } | null;
}

function limitOf(aid: AidDefinition, settler: Settler): Explanation['limit'] {
  if (!aid.limit) return null;
  const { resources, ceiling } = aid.limit(settler.evaluation);
  return ceiling > 0 ? { resources, ceiling, over: Math.max(resources - ceiling, 0) } : null;
}

/** The evaluation of a settled household, recorded for some aids. */
function recorded(settler: Settler, aids: readonly AidDefinition[]) {
  const { evaluation } = settler;
  const tracer = new Tracer();
  evaluation.forget();
  evaluation.recorder = tracer;
  try {
    return { tracer, values: aids.map((aid) => aid.read(evaluation)) };
  } finally {
    evaluation.recorder = null;
  }
}

function explanationOf(aid: AidDefinition, value: number, tracer: Tracer, settler: Settler): Explanation {
  const steps = tracer.stepsOf(aid.slots);
  const parameters = new Set<number>();
  for (const step of steps)
    for (const read of step.reads) if (read.kind === 'parameter') parameters.add(read.slot);
  return {
    aid: aid.key,
    rhythm: aid.rhythm,
    value,
    steps,
    parameters: [...parameters],
    questions: questionsIn(steps),
    limit: limitOf(aid, settler)
  };
}

/** Explains aids of a household found valid, in a month; all of them unless some are named. */
export function explain(
  household: Household,
  month: number,
  keys: readonly AidKey[] = AIDS.map(({ key }) => key)
): readonly Explanation[] {
  const settler = new Settler(month);
  settler.settle(household);
  const aids = AIDS.filter(({ key }) => keys.includes(key));
  const { tracer, values } = recorded(settler, aids);
  return aids.map((aid, index) => explanationOf(aid, values[index] as number, tracer, settler));
}
