import type { AidEstimate } from '../estimate';
import type { RightsContext } from '../catalogue/rights-context';
import { arrearsOf, type KeptAnswers } from './answers-kept';
import type { Told } from './told';

/** The plain yeses and noes of one kind, by what they are about. */
function saidOf(told: Told, kind: string): Readonly<Record<string, boolean>> {
  const said = Object.entries(told).filter(
    (entry): entry is [string, boolean] => entry[0].startsWith(kind) && entry[1] !== null
  );
  return Object.fromEntries(said.map(([missing, answer]) => [missing.slice(kind.length), answer]));
}

/** What kept answers say for rights beside the household; `inDebt`: somebody claims money from her, whatever she said. */
export function rightsContextOf(
  kept: KeptAnswers,
  month: number,
  { estimates, inDebt }: { readonly estimates: readonly AidEstimate[]; readonly inDebt: boolean }
): RightsContext {
  const arrears = arrearsOf(kept);
  return {
    month,
    estimates,
    receives: {
      ...saidOf(kept.told, 'benefit.'),
      ...Object.fromEntries(kept.held.map((key) => [key, true]))
    },
    situations: saidOf(kept.told, 'situation.'),
    has: kept.has,
    ...(arrears && { arrears }),
    ...((inDebt || (arrears && arrears.length > 0)) && { inDebt: true })
  };
}
