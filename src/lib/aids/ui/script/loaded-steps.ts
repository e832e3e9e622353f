import type LetterStep from '../LetterStep.svelte';
import type ResultStep from '../ResultStep.svelte';
import type WhatIfStep from '../WhatIfStep.svelte';
import type { SimulatorView } from '../simulate';

/** The screens of the simulator that not everybody reaches, each fetched when it opens. */
export interface LoadedSteps {
  result?: typeof ResultStep;
  what_if?: typeof WhatIfStep;
  letter?: typeof LetterStep;
}

/** Those fetched so far. */
export const steps: LoadedSteps = {};

/** Fetches what a view is shown with. */
export async function loadStep({ kind }: Pick<SimulatorView, 'kind'>): Promise<void> {
  if (kind === 'result') steps.result ??= (await import('../ResultStep.svelte')).default;
  if (kind === 'what_if') steps.what_if ??= (await import('../WhatIfStep.svelte')).default;
  if (kind === 'letter') steps.letter ??= (await import('../LetterStep.svelte')).default;
}
