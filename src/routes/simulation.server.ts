import { base } from '$app/paths';
import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { isCommuneCode } from '$lib/aids';
import { evaluatedDay } from '$lib/aids/ui/evaluated-day';
import { fetchedPlaces } from '$lib/aids/ui/fetched-places';
import { simulate, type SimulatorView, type SimulatorWorld } from '$lib/aids/ui/simulate';
import { keepLawFresh, listNearestBodies } from '$lib/server/aids';
import { readForm } from '$lib/server/http';

// what the fields may be depends on the answers: $lib/aids checks each where it is read
const pressForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

type Known = Pick<SimulatorWorld, 'leftOverCents' | 'inDebt'>;

function worldOf(event: RequestEvent, known: Known): SimulatorWorld {
  return {
    ...evaluatedDay(new Date()),
    places: fetchedPlaces(event.fetch, base),
    bodies: async (insee) => {
      const found = isCommuneCode(insee) ? await listNearestBodies(insee) : null;
      return found?.ok ? found.value : {};
    },
    // her answers are here already: nothing more is told by looking
    wantsBodies: true,
    ...known
  };
}

/** Answers one press of the simulator's form on the server, for a browser without JavaScript. Keeps nothing. */
export async function simulated(event: RequestEvent, known: Known): Promise<SimulatorView> {
  const [read] = await Promise.all([readForm(event, pressForm), keepLawFresh()]);
  const fields = read.ok ? Object.entries(read.data) : [];
  const form = Object.fromEntries(fields.map(([name, value]) => [name, [value].flat().join(',')]));
  return simulate(form, worldOf(event, known));
}

/** The result of answers as the page holds them, to stand again after a press that was about something else. */
export async function resultAgain(event: RequestEvent, kept: string, known: Known): Promise<SimulatorView> {
  await keepLawFresh();
  return simulate({ kept, go: 'result' }, worldOf(event, known));
}
