import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Simulator, checkHousehold, readMonth, type AidAmounts } from '../lib/aids/index';

const REFERENCE = join(import.meta.dirname, '../../tests/aids/reference-households.jsonl');
const HALF_CENT = 0.005;

interface Case {
  readonly id: string;
  readonly input: unknown;
  readonly expected: AidAmounts;
  readonly caveats: readonly string[];
}

interface Score {
  cases: number;
  toTheCent: number;
  withinOneEuro: number;
  readonly differences: string[];
}

/** How far apart two values are, in euros; infinitely when they are not amounts and differ. */
function gap(expected: unknown, found: unknown): number {
  if (typeof expected === 'number' && typeof found === 'number') return Math.abs(expected - found);
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length)
    return Math.max(0, ...expected.map((value, index) => gap(value, found[index])));
  return expected === found ? 0 : Number.POSITIVE_INFINITY;
}

const month = readMonth('2026-09');
if (!month.ok) throw new Error(month.why.code);
const simulator = new Simulator(month.value);
const scores = new Map<string, Score>();

for (const line of readFileSync(REFERENCE, 'utf8').trim().split('\n')) {
  const reference = JSON.parse(line) as Case;
  const household = checkHousehold(reference.input, month.value);
  if (!household.ok) throw new Error(`${reference.id}: ${household.why.code}`);
  const amounts = simulator.amountsOf(household.value);
  for (const [aid, expected] of Object.entries(reference.expected)) {
    const score = scores.get(aid) ?? { cases: 0, toTheCent: 0, withinOneEuro: 0, differences: [] };
    scores.set(aid, score);
    const found = amounts[aid as keyof AidAmounts];
    const apart = gap(expected, found);
    score.cases += 1;
    if (apart < HALF_CENT) score.toTheCent += 1;
    if (apart <= 1) score.withinOneEuro += 1;
    if (apart >= HALF_CENT)
      score.differences.push(
        `  ${reference.id}: ${JSON.stringify(found)}, reference ${JSON.stringify(expected)}` +
          (reference.caveats.length > 0 ? `  (caveat: ${reference.caveats.join('; ')})` : '')
      );
  }
}

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`.padStart(9);
console.log('aid                          to the cent  within 1 €');
for (const [aid, score] of scores) {
  console.log(
    `${aid.padEnd(28)} ${share(score.toTheCent, score.cases)}   ${share(score.withinOneEuro, score.cases)}`
  );
  for (const difference of score.differences) console.log(difference);
}
