import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Simulator, readMonth, type Household } from '../../src/lib/aids/index';
import { resultBytes, simulatorBytes } from './weigh-simulator';

/** What the aid engine costs. */
export interface AidsBench {
  /** One household, all national aids, warm: the median, in microseconds. */
  readonly oneHouseholdMicrosMedian: number;
  /** Households a second of processor time on one core, in bulk. */
  readonly bulkPerSecond: number;
  /** The engine and its parameters as a phone loads them, minified and compressed, in bytes. */
  readonly bundleBrotliBytes: number;
  /** Names, laws and links of the parameters, loaded only by someone who asks why. */
  readonly lawTextsBrotliBytes: number;
  /** The rights beside the amounts, loaded with the result. */
  readonly rightsBrotliBytes: number;
}

const ROOT = join(import.meta.dirname, '../..');
const WARM_UP_ROUNDS = 60;
const BULK_ROUNDS = 160;
const SINGLE_ROUNDS = 40;

function householdsAsked(): Household[] {
  const lines = readFileSync(join(ROOT, 'tests/aids/reference-households.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { input: Household }).input);
}

function medianMicros(simulator: Simulator, households: readonly Household[]): number {
  const each: number[] = [];
  for (let round = 0; round < SINGLE_ROUNDS; round++)
    for (const household of households) {
      const started = performance.now();
      simulator.amountsOf(household);
      each.push((performance.now() - started) * 1000);
    }
  each.sort((a, b) => a - b);
  return each[each.length >> 1] as number;
}

function bulkPerSecond(simulator: Simulator, households: readonly Household[]): number {
  const before = process.cpuUsage();
  for (let round = 0; round < BULK_ROUNDS; round++)
    for (const household of households) simulator.amountsOf(household);
  const { user, system } = process.cpuUsage(before);
  return (BULK_ROUNDS * households.length * 1_000_000) / (user + system);
}

/** Measures the aid engine on the reference households of September 2026. */
export async function benchAids(): Promise<AidsBench> {
  const month = readMonth('2026-09');
  if (!month.ok) throw new Error(month.why.code);
  const households = householdsAsked();
  const simulator = new Simulator(month.value);
  for (let round = 0; round < WARM_UP_ROUNDS; round++)
    for (const household of households) simulator.amountsOf(household);
  const { lawTexts, rights } = await resultBytes();
  return {
    bulkPerSecond: Math.round(bulkPerSecond(simulator, households)),
    oneHouseholdMicrosMedian: medianMicros(simulator, households),
    bundleBrotliBytes: await simulatorBytes(),
    lawTextsBrotliBytes: lawTexts,
    rightsBrotliBytes: rights
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await benchAids());
