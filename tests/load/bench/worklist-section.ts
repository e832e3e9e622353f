import type { StaffId } from '../../../src/lib/kernel';
import { median, percentile, type Figure } from './figure';
import { cookieFor, type BenchHouse } from './house';
import { firstReferent, growPortfolio } from './portfolio';
import { ask, cpuPerRequest } from './requests';

const WORKLIST = '/bureau/ma-journee';
const ROUNDS = 5;
const REQUESTS = 100;

/** The worklist of a referent with a hundred cases, in a portfolio of 1,000 and then of 100,000 cases. */
export async function measureWorklist(house: BenchHouse): Promise<Figure[]> {
  const cookie = await cookieFor({ kind: 'staff', id: (await firstReferent(house.owner)) as StaffId });
  const small = await worklist(house, cookie);
  await growPortfolio(house.owner, { cases: 100_000, referents: 1_000 });
  const large = await worklist(house, cookie);
  const figure = (name: string, value: number, unit: string, atMost?: number): Figure => ({
    section: 'worklist',
    name,
    value,
    unit,
    ...(atMost !== undefined && { target: { atMost } })
  });
  return [
    figure('p95 at 1,000 cases', small.p95, 'ms'),
    figure('p95 at 100,000 cases', large.p95, 'ms'),
    figure('p95 at 100,000 cases', large.p95 / small.p95, '× that at 1,000', 1.5),
    figure('at 100,000 cases: processor time', large.cpu, 'ms')
  ];
}

async function worklist({ server }: BenchHouse, cookie: string): Promise<{ p95: number; cpu: number }> {
  const asked = { path: WORKLIST, cookie };
  const isGood = ({ status }: { status: number }) => status === 200;
  await cpuPerRequest(server, REQUESTS, () => asked, isGood);
  const p95s: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const each: number[] = [];
    for (let index = 0; index < REQUESTS; index++) each.push((await ask(server.url, asked)).ms);
    p95s.push(percentile(each, 0.95));
  }
  return { p95: median(p95s), cpu: await cpuPerRequest(server, REQUESTS * 3, () => asked, isGood) };
}
