/**
 * Measures the product and holds each figure beside its target:
 * `npm run bench -- [--only server|worklist|pages|aids|rescreening]... [--json FILE]`.
 * Prints a table, and leaves everything as JSON in FILE (test-results/bench.json unless said otherwise).
 * Exits with 0 whatever the figures: a busy machine is no fault of the product.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureAids } from './bench/aids-section';
import { isMet, table, type Figure } from './bench/figure';
import { openBenchHouse } from './bench/house';
import { measurePages } from './bench/pages-section';
import { measureRescreening } from './bench/rescreening-section';
import { measureServer } from './bench/server-section';
import { measureWorklist } from './bench/worklist-section';

const IN_HOUSE = {
  server: measureServer,
  pages: measurePages,
  // last: it fills the database
  worklist: measureWorklist
};
/** Measured apart from the running product. */
const APART = { aids: measureAids, rescreening: measureRescreening };
const SECTIONS = [...Object.keys(IN_HOUSE), ...Object.keys(APART)];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'string', default: 'test-results/bench.json' }
  }
});
const chosen = values.only ?? SECTIONS;
const unknown = chosen.filter((name) => !SECTIONS.includes(name));
if (unknown.length > 0) {
  console.error(`No such section: ${unknown.join(', ')}. There are ${SECTIONS.join(', ')}.`);
  process.exit(1);
}

const before = machine();
const failures: string[] = [];
const figures = await measureInHouse();
for (const [name, measure] of Object.entries(APART))
  if (chosen.includes(name)) figures.push(...(await attempt(name, measure)));
const report = {
  machine: { before, after: machine() },
  figures: figures.map((figure) => ({ ...figure, isMet: isMet(figure) })),
  failures
};
mkdirSync(path.dirname(values.json), { recursive: true });
writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);

console.log(`\n${machineWords(before)}; at the end, load ${loadavg()[0]!.toFixed(1)}`);
if (figures.length > 0) console.log(`\n${table(figures)}`);
for (const failure of failures) console.log(`\n✗ not measured: ${failure}`);
const judged = report.figures.filter((figure) => figure.isMet !== null);
console.log(
  `\n${judged.filter((figure) => figure.isMet).length} of ${judged.length} targets met; all in ${values.json}`
);
process.exit(0);

async function measureInHouse(): Promise<Figure[]> {
  const sections = Object.entries(IN_HOUSE).filter(([name]) => chosen.includes(name));
  if (sections.length === 0) return [];
  console.log('Starting the product on data of its own…');
  const house = await openBenchHouse();
  try {
    if (!house.isPinned) console.log('The server could not be kept on one core (no taskset).');
    const all: Figure[] = [];
    for (const [name, measure] of sections) all.push(...(await attempt(name, () => measure(house))));
    return all;
  } finally {
    await house.close();
  }
}

/** A section that cannot be measured is named and does not take the others with it. */
async function attempt(name: string, measure: () => Promise<Figure[]>): Promise<Figure[]> {
  console.log(`Measuring: ${name}…`);
  try {
    return await measure();
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

function machine() {
  const [cpu] = cpus();
  return { cores: cpus().length, model: cpu?.model ?? '', memoryBytes: totalmem(), load: loadavg() };
}

function machineWords({ cores, model, load }: ReturnType<typeof machine>): string {
  const busy = load[0]! > cores ? ': busy, figures are worse than the product is' : '';
  return `${cores} cores (${model}), load ${load[0]!.toFixed(1)} at the start${busy}`;
}
