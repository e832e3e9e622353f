import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDataFolder, removeDataFolder, startProduct } from '../../e2e/support/start-product';
import type { Figure } from '../bench/figure';
import { countFaults, eventsOf, signIn, startWriters } from './writers';

const TURNS = Number(process.env.DRILL_TURNS ?? 3);
const PEOPLE = 6;
const ARRIVES_WITHIN_MS = 30_000;
const section = 'rolling';

/**
 * The update of docs/operations.md under load: a second process starts beside the first on the same database, the proxy
 * turns to it, the first is stopped; again and again. No request may fail, and a live screen, which comes back with
 * `Last-Event-ID`, must hear of every message.
 */
export async function drillRolling(): Promise<Figure[]> {
  const dataDir = makeDataFolder();
  const proxy = await openTurningProxy();
  try {
    const start = () => startProduct({ dataDir, environment: { LOG_LEVEL: 'silent', ORIGIN: proxy.url } });
    let running = await start();
    proxy.turnTo(running.url);
    const cookies = await signIn(dataDir, PEOPLE);
    const screens = cookies.map((cookie) => openScreen(proxy.url, cookie));
    await Promise.all(screens.map(({ isOpen }) => isOpen));
    const writers = startWriters(proxy.url, cookies);
    await until(() => screens.every(({ heard }) => heard.size > 0));
    for (let turn = 0; turn < TURNS; turn++) {
      const next = await start();
      proxy.turnTo(next.url);
      await sleep(500);
      await running.stop();
      running = next;
      await sleep(1_000);
    }
    await writers.stop();
    const expected = await eventsOf(dataDir, writers.acknowledged);
    const missing = () => expected.filter((event) => !screens.some(({ heard }) => heard.has(event)));
    await until(() => missing().length === 0);
    const reopened = screens.reduce((sum, { opened }) => sum + opened() - 1, 0);
    screens.forEach(({ close }) => close());
    const { lost, wrong } = await countFaults(dataDir, writers.acknowledged);
    await running.stop();
    return [
      { section, name: 'times a new process took over', value: TURNS, unit: '' },
      {
        section,
        name: 'requests answered',
        value: writers.acknowledged.length,
        unit: '',
        target: { atLeast: 100 }
      },
      {
        section,
        name: 'requests that failed',
        value: writers.unknown.length,
        unit: '',
        target: { atMost: 0 }
      },
      { section, name: 'acknowledged and lost', value: lost, unit: '', target: { atMost: 0 } },
      { section, name: 'half written, or twice', value: wrong, unit: '', target: { atMost: 0 } },
      {
        section,
        name: 'live screens that came back',
        value: reopened,
        unit: '',
        target: { atLeast: TURNS * PEOPLE }
      },
      {
        section,
        name: 'messages no screen heard of',
        value: missing().length,
        unit: '',
        target: { atMost: 0 }
      }
    ];
  } finally {
    await proxy.close();
    removeDataFolder(dataDir);
  }
}

/** Passes every request to the process it was last turned to; what is under way elsewhere goes on there. */
async function openTurningProxy() {
  let target = new URL('http://localhost');
  const server = http.createServer((asked, answered) => {
    const { hostname, port } = target;
    const passed = http.request(
      { hostname, port, path: asked.url, method: asked.method, headers: asked.headers, agent: false },
      (answer) => {
        answered.writeHead(answer.statusCode ?? 502, answer.headers);
        answered.flushHeaders();
        answer.pipe(answered);
        answer.on('error', () => answered.destroy());
      }
    );
    passed.on('error', () => answered.destroy());
    answered.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    turnTo: (url: string) => void (target = new URL(url)),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

/** A page that listens as browsers do: it comes back when it is cut off, and says what it heard last. */
function openScreen(url: string, cookie: string) {
  const heard = new Set<string>();
  let [last, times, isOver] = ['', 0, false];
  let current: http.ClientRequest | undefined;
  let ready: () => void;
  const isOpen = new Promise<void>((resolve) => (ready = resolve));
  const listen = () => {
    if (isOver) return;
    const again = () => setTimeout(listen, 200);
    const headers = { cookie, accept: 'text/event-stream', ...(last && { 'last-event-id': last }) };
    let rest = '';
    current = http.get(new URL('/api/stream', url), { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) return void answer.resume().on('end', again);
      times += 1;
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        ready();
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.startsWith('id: ')) heard.add((last = line.slice(4)));
      });
      answer.on('error', () => undefined);
      answer.on('close', again);
    });
    current.on('error', again);
  };
  listen();
  return {
    heard,
    isOpen,
    opened: () => times,
    close() {
      isOver = true;
      current?.destroy();
    }
  };
}

async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + ARRIVES_WITHIN_MS;
  while (!isSo() && Date.now() < giveUpAt) await sleep(50);
}
