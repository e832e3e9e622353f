import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { postMessage } from '../../src/lib/server/messaging';
import { LiveHub, type Heartbeat } from '../../src/lib/server/messaging/live-hub';
import { makeLog, useLog } from '../../src/lib/server/platform/logger';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';
import { openSilentProxy, type SilentProxy } from '../support/silent-proxy';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
let hers: TestCase;
let proxy: SilentProxy;
let hub: LiveHub;

beforeAll(async () => {
  useLog(makeLog('silent'));
  clock = useTestRuntime(db());
  team = await aTeam(db());
  hers = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
  proxy = await openSilentProxy(db().appUrl);
});
afterEach(() => hub.close());
afterAll(async () => {
  await proxy.close();
  await clock.close();
});

/** Time that passes when the test says so. */
function handTimers() {
  const waiting = new Map<object, { ms: number; work: () => void }>();
  const heartbeat: Heartbeat = {
    everyMs: 30_000,
    withinMs: 10_000,
    after(ms, work) {
      const key = {};
      waiting.set(key, { ms, work });
      return () => void waiting.delete(key);
    }
  };
  return {
    heartbeat,
    waits: () => [...waiting.values()].map(({ ms }) => ms),
    /** So much time is over for whoever waits for just that long. */
    pass(ms: number) {
      for (const [key, one] of [...waiting]) {
        if (one.ms !== ms) continue;
        waiting.delete(key);
        one.work();
      }
    }
  };
}

function aScreen() {
  const seen: string[] = [];
  let again = 0;
  hub.subscribe({
    actor: team.referent,
    sessionId: 'a session',
    wake: ({ action }) => void seen.push(action),
    resync: () => (again += 1),
    end: () => undefined
  });
  return { seen, again: () => again };
}

const say = () => postMessage(hers.debtor, hers.caseId, { text: 'Bonjour' });

it('a connection that goes silent is replaced, and every screen reads again', async () => {
  const timers = handTimers();
  hub = new LiveHub(proxy.url, timers.heartbeat);
  await hub.start();
  const screen = aScreen();
  await say();
  await expect.poll(() => screen.seen.length).toBe(1);

  proxy.silence();
  await say();
  timers.pass(30_000);
  await expect.poll(timers.waits).toEqual([10_000]);
  expect(screen.again(), 'it may still answer').toBe(0);
  timers.pass(10_000);
  await expect.poll(screen.again, { timeout: 10_000 }).toBe(1);
  expect(screen.seen, 'what was said meanwhile is read, not heard').toHaveLength(1);

  await say();
  await expect.poll(() => screen.seen.length).toBe(2);
});

it('one that answers stays, beat after beat, and disturbs no screen', async () => {
  const timers = handTimers();
  hub = new LiveHub(proxy.url, timers.heartbeat);
  await hub.start();
  const screen = aScreen();
  const before = proxy.count();
  for (let beat = 0; beat < 3; beat += 1) {
    expect(timers.waits()).toEqual([30_000]);
    timers.pass(30_000);
    await expect.poll(timers.waits).toEqual([30_000]);
  }
  expect(proxy.count()).toBe(before);
  expect([screen.again(), screen.seen]).toEqual([0, []]);
});

it('another process that beats is not taken for news of a case', async () => {
  const [one, two] = [handTimers(), handTimers()];
  hub = new LiveHub(proxy.url, one.heartbeat);
  await hub.start();
  const screen = aScreen();
  const other = new LiveHub(db().appUrl, two.heartbeat);
  await other.start();
  two.pass(30_000);
  await expect.poll(two.waits).toEqual([30_000]);
  await say();
  await expect.poll(() => screen.seen).toEqual(['message.posted']);
  expect(screen.again()).toBe(0);
  await other.close();
});

it('nothing beats any more once it is closed', async () => {
  const timers = handTimers();
  hub = new LiveHub(proxy.url, timers.heartbeat);
  await hub.start();
  await hub.close();
  expect(timers.waits()).toEqual([]);
});
