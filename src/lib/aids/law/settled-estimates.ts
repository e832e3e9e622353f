import { AIDS } from '../aids';
import type { AidEstimate } from '../estimate';
import type { Household } from '../household';
import type { Simulator } from '../simulation';

/** What the engine gives a whole household, to the cent, as rights ask for it: every aid known. */
export function settledEstimates(simulator: Simulator, household: Household): readonly AidEstimate[] {
  const evaluation = simulator.settle(household);
  return AIDS.map(({ key, rhythm, read }) => {
    const value = Math.round(read(evaluation) * 100) / 100;
    return { aid: key, rhythm, state: 'known', value };
  });
}
