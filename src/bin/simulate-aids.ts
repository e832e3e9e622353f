import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import { Simulator, checkHousehold, readMonth } from '../lib/aids/index';

function monthAsked(): number {
  const place = process.argv.indexOf('--month');
  const month = readMonth(place < 0 ? '' : (process.argv[place + 1] ?? ''));
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
let evaluated = 0;
let failed = 0;

function answerTo(line: string): string {
  let id: unknown = null;
  try {
    const read: unknown = JSON.parse(line);
    if (typeof read !== 'object' || read === null || !('id' in read)) throw new Error('id_missing');
    id = read.id;
    const household = checkHousehold('input' in read ? read.input : undefined, month);
    if (!household.ok) {
      failed += 1;
      return JSON.stringify({ id, error: household.why });
    }
    evaluated += 1;
    return `{"id":${JSON.stringify(id)},"result":${JSON.stringify(simulator.amountsOf(household.value))}}`;
  } catch (error) {
    failed += 1;
    const code = error instanceof SyntaxError ? 'not_json' : (error as Error).message;
    return JSON.stringify({ id, error: { code } });
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
let rest = '';
for await (const chunk of process.stdin) {
  const text = rest + decoder.write(chunk as Buffer);
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
process.exitCode = failed > 0 ? 1 : 0;
