import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import { parseArgs } from 'node:util';
import {
  Simulator,
  assumedSince,
  checkHousehold,
  parameterSources,
  readMonth,
  unknownKeysIn
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
/** Parameters of which a newer value should be out. */
const assumed = (await parameterSources()).filter((source) => assumedSince(source, month) !== null);
let evaluated = 0;
let failed = 0;

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
      return JSON.stringify({ id, error: { code: 'unknown_keys', keys: strangers } });
    }
    const household = checkHousehold(input, month);
    if (!household.ok) {
      failed += 1;
      return JSON.stringify({ id, error: household.why });
    }
    evaluated += 1;
    return `{"id":${JSON.stringify(id)},"result":${JSON.stringify(simulator.amountsOf(household.value))}}`;
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
process.exitCode = failed > 0 ? 1 : 0;
