import type { RawAnswer } from '$lib/aids';
import { evaluatedDay } from '../evaluated-day';
import { fetchedBodies, fetchedPlaces } from '../fetched-places';
import { fetchOrKept } from '../keep-for-offline';
import { lawSettled, lawWithin, localLaw } from '../law-of-today';
import { simulate, type SimulatorView, type SimulatorWorld } from '../simulate';
import type { ToldSimulator } from '../told-simulator';
import { loadStep } from './loaded-steps';

/** A question does not wait longer for what was published since the build: only its total on the way depends on it. */
const QUESTION_WAIT_MS = 300;

// asking for the addresses of bodies sends the code of her commune: asked for once, for the whole visit
let wantsBodies = false;

function worldOf({ leftOverCents, file }: ToldSimulator): SimulatorWorld {
  return {
    ...evaluatedDay(new Date()),
    leftOverCents,
    inDebt: file !== null,
    places: fetchedPlaces(fetchOrKept, '', localLaw),
    bodies: fetchedBodies(fetchOrKept, ''),
    // signed in, her address is in her file: the code of a commune tells nothing new
    wantsBodies: wantsBodies || file !== null
  };
}

/**
 * Answers one press on the phone: nothing is sent. Fails when the part that computes or shows the answer cannot be
 * loaded.
 */
export async function answered(fields: RawAnswer, told: ToldSimulator): Promise<SimulatorView> {
  if (fields['go'] === 'bodies') wantsBodies = true;
  const isToday = await lawWithin(QUESTION_WAIT_MS);
  let view = await simulate(fields, worldOf(told));
  if (!isToday && view.kind !== 'question') {
    await lawSettled();
    view = await simulate(fields, worldOf(told));
  }
  await loadStep(view);
  return view;
}

/** The view the page came with; a result is computed again. */
export async function firstView(told: ToldSimulator): Promise<SimulatorView> {
  if (told.view.kind === 'again') return answered({ kept: told.view.kept, go: 'result' }, told);
  await loadStep(told.view);
  return told.view;
}
