import { randomUUID } from 'node:crypto';
import type { BenchHouse } from './house';
import { median, type Figure } from './figure';
import { cpuPerRequest, type Answer, type Asked } from './requests';
import { CORES, pinToCore, startBareApp, type MeasuredServer } from './server-process';

const HOME = '/accueil';
const QUESTION = '/questionnaire/vous-et-nous/besoin';
const THREAD = '/messages';
const ANSWERS = ['pay_smaller', 'postpone', 'understand'];

/** Requests of one measure, and how often each is taken; between two rounds the machine may have changed its mood. */
const REQUESTS = 500;
const ROUNDS = 9;
/** A server runs for weeks: it is measured as it is then, with its code compiled for what it does all day, which takes a while. */
const WARMING = 6_000;

interface Measured {
  readonly name: string;
  readonly server: MeasuredServer;
  readonly next: (index: number) => Asked;
  readonly isGood: (answer: Answer) => boolean;
  readonly atMostTimesBare?: number;
}

/** Server processor time for one request, beside a bare SvelteKit page in the same run. */
export async function measureServer({ server, debtors }: BenchHouse): Promise<Figure[]> {
  const bare = await startBareApp();
  pinToCore(bare.pid, CORES.measured);
  try {
    const whose = (index: number) => debtors[index % debtors.length]!;
    const isPage = ({ status }: Answer) => status === 200;
    const measures: Measured[] = [
      { name: 'bare page', server: bare, next: () => ({ path: '/' }), isGood: isPage },
      {
        name: 'home',
        server,
        next: (index) => ({ path: HOME, cookie: whose(index) }),
        isGood: isPage,
        atMostTimesBare: 3
      },
      {
        name: 'question page',
        server,
        next: (index) => ({ path: QUESTION, cookie: whose(index) }),
        isGood: isPage,
        atMostTimesBare: 3
      },
      {
        name: 'saving an answer',
        server,
        next: (index) => ({
          path: QUESTION,
          cookie: whose(index),
          form: { command: randomUUID(), answer: ANSWERS[index % ANSWERS.length]! }
        }),
        isGood: ({ status, body }) => status === 200 && body.includes('"redirect"'),
        atMostTimesBare: 5
      },
      {
        name: 'sending a message',
        server,
        next: (index) => ({
          path: `${THREAD}?/send`,
          cookie: whose(index),
          form: { command: randomUUID(), text: `Bonjour, une question sur le mois de mars (${index}).` }
        }),
        isGood: ({ status, body }) => status === 200 && body.includes('"success"'),
        atMostTimesBare: 5
      }
    ];
    return await compare(measures);
  } finally {
    bare.stop();
  }
}

async function compare(measures: readonly Measured[]): Promise<Figure[]> {
  const rounds: number[][] = [];
  for (const measured of measures) await cpuOf(measured, WARMING);
  for (let round = 0; round < ROUNDS; round++) {
    const row: number[] = [];
    for (const measured of measures) row.push(await cpuOf(measured));
    rounds.push(row);
  }
  const figures: Figure[] = [];
  for (const [index, { name, atMostTimesBare }] of measures.entries()) {
    const ms = median(rounds.map((row) => row[index]!));
    figures.push({ section: 'server', name: `${name}: processor time`, value: ms, unit: 'ms' });
    if (atMostTimesBare === undefined) continue;
    const times = median(rounds.map((row) => row[index]! / row[0]!));
    figures.push({
      section: 'server',
      name,
      value: times,
      unit: '× bare page',
      target: { atMost: atMostTimesBare }
    });
  }
  return figures;
}

function cpuOf({ server, next, isGood }: Measured, requests = REQUESTS): Promise<number> {
  return cpuPerRequest(server, requests, next, isGood);
}
