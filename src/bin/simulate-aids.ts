import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import { parseArgs } from 'node:util';
import {
  Simulator,
  assumedSince,
  checkHousehold,
  explain,
  parameterSources,
  readMonth,
  unknownKeysIn,
  type Household,
  type UnknownKey
} from '../lib/aids/index';

const { values: asked } = parseArgs({ options: { month: { type: 'string' } }, strict: false });

function monthAsked(): number {
  const month = readMonth(typeof asked.month === 'string' ? asked.month : '');
  if (month.ok) return month.value;
  console.error(
    month.why.code === 'month_not_covered'
      ? `--month: from ${month.why.first} to ${month.why.last}`
      : 'usage: npm run -s aids:simulate -- --month YYYY-MM < households.jsonl > results.jsonl'
  );
  process.exit(2);
}

const month = monthAsked();
const simulator = new Simulator(month);
/** Parameters of which a newer value should be out: what is computed with them is said to be assumed. */
const assumed = (await parameterSources()).filter((source) => assumedSince(source, month) !== null);
const assumedSlots = new Set(
  assumed.flatMap(({ slot, rows }) => Array.from({ length: rows?.length ?? 1 }, (_, row) => slot + row))
);
let evaluated = 0;
let failed = 0;
/** Keys nobody reads, by their place and spelling, with how many there were. */
const unknown = new Map<string, { readonly key: UnknownKey; times: number }>();

function countUnknown(keys: readonly UnknownKey[]): void {
  for (const key of keys) {
    const name = `${key.place}.${key.key}`;
    const known = unknown.get(name);
    if (known) known.times += 1;
    else unknown.set(name, { key, times: 1 });
  }
}

/** The refusal of keys nobody reads, for people; null when there was none. */
function unknownInWords(): string | null {
  if (unknown.size === 0) return null;
  const lines = [...unknown].map(([name, { key, times }]) => {
    const hint = key.nearest === null ? 'resembles no known key' : `did you mean ${key.nearest}?`;
    return `  ${name} (${times}×): ${hint}`;
  });
  return ['unknown keys, their households are not evaluated:', ...lines].join('\n');
}

/** The id a line begins with, when the rest of it is cut off or spoilt; null when it has none. */
function idAtStart(line: string): unknown {
  const written = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)\s*[,}]/.exec(line)?.[1];
  try {
    return written === undefined ? null : JSON.parse(written);
  } catch {
    // an id spoilt too is no id
    return null;
  }
}

/** The aids of a household whose amount rests on an assumed parameter. */
function assumedFor(household: Household): string {
  if (assumedSlots.size === 0) return '';
  const aids = explain(household, month)
    .filter(({ value, parameters }) => value > 0 && parameters.some((slot) => assumedSlots.has(slot)))
    .map(({ aid }) => aid);
  return aids.length > 0 ? `,"assumed":${JSON.stringify(aids)}` : '';
}

function answerTo(line: string): string {
  let id: unknown = null;
  try {
    const read: unknown = JSON.parse(line);
    if (typeof read !== 'object' || read === null || !('id' in read)) throw new Error('id_missing');
    id = read.id;
    const input = 'input' in read ? read.input : undefined;
    const strangers = unknownKeysIn(input);
    if (strangers.length > 0) {
      failed += 1;
      countUnknown(strangers);
      const keys = strangers.map(({ path, nearest }) => ({ path, nearest }));
      return JSON.stringify({ id, error: { code: 'unknown_keys', keys } });
    }
    const household = checkHousehold(input, month);
    if (!household.ok) {
      failed += 1;
      return JSON.stringify({ id, error: household.why });
    }
    evaluated += 1;
    return `{"id":${JSON.stringify(id)},"result":${JSON.stringify(simulator.amountsOf(household.value))}${assumedFor(household.value)}}`;
  } catch (error) {
    failed += 1;
    if (error instanceof SyntaxError)
      return JSON.stringify({ id: idAtStart(line), error: { code: 'not_json' } });
    return JSON.stringify({ id, error: { code: (error as Error).message } });
  }
}

let out = '';

function answer(line: string): void {
  if (line.trim() !== '') out += answerTo(line) + '\n';
}

async function flush(): Promise<void> {
  const text = out;
  out = '';
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // the reader of the results closed: nothing is left to say
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const started = performance.now();
const decoder = new StringDecoder('utf8');
const BYTE_ORDER_MARK = /^\uFEFF/;
let rest = '';
let isStart = true;
for await (const chunk of process.stdin) {
  let text = rest + decoder.write(chunk as Buffer);
  if (isStart) text = text.replace(BYTE_ORDER_MARK, '');
  isStart &&= text === '';
  let from = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    answer(text.slice(from, end));
    from = end + 1;
  }
  rest = text.slice(from);
  await flush();
}
answer(rest + decoder.end());
await flush();

const seconds = (performance.now() - started) / 1000;
console.error(`${evaluated} households, ${failed} refused, ${Math.round(evaluated / seconds)} households/s`);
if (assumed.length > 0)
  console.error(
    `newer values should be out and are not known: ${assumed.map(({ name, from }) => `${name} (${from.at(-1)})`).join(', ')}`
  );
const strangers = unknownInWords();
if (strangers !== null) console.error(strangers);
if (strangers !== null) process.exitCode = 2;
else process.exitCode = failed > 0 ? 1 : 0;
