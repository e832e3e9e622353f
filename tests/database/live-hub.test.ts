import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeAllSessions,
  closeDevice,
  closeSession,
  openSession,
  type OpenedSession
} from '../../src/lib/server/access';
import { LiveHub } from '../../src/lib/server/messaging/live-hub';
import { postMessage } from '../../src/lib/server/messaging';
import { aCase, aTeam, useTestRuntime, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
let hub: LiveHub;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
  hub = new LiveHub(db().appUrl);
  await hub.start();
});
afterAll(async () => {
  await hub.close();
  await clock.close();
});

const until = async (isTrue: () => boolean, withinMs: number) => {
  for (let waited = 0; waited < withinMs && !isTrue(); waited += 50)
    await new Promise((go) => setTimeout(go, 50));
};

function aScreen(actor: TestTeam['referent'], sessionId = 'a session') {
  const seen: string[] = [];
  let again = 0;
  let isOver = false;
  const leave = hub.subscribe({
    actor,
    sessionId,
    wake: ({ action }) => void seen.push(action),
    resync: () => (again += 1),
    end: () => (isOver = true)
  });
  return { seen, again: () => again, isOver: () => isOver, leave };
}

describe('what wakes the screens', () => {
  it('comes back by itself when its connection is lost, and every screen reads again', async () => {
    const { caseId, debtor } = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
    const screen = aScreen(team.referent);
    for (let round = 1; round <= 3; round += 1) {
      const ended = await db().superuserSql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ilike 'listen%'`;
      expect(ended.length).toBeGreaterThan(0);
      // said while nobody listened
      await postMessage(debtor, caseId, { text: `Perdu ${round}` });
      await until(() => screen.again() >= round, 5_000);
      expect(screen.again(), 'told to read again').toBe(round);
      const before = screen.seen.length;
      await postMessage(debtor, caseId, { text: `Entendu ${round}` });
      await until(() => screen.seen.length > before, 2_000);
      expect(screen.seen.length).toBeGreaterThan(before);
    }
    screen.leave();
  });

  it('wakes nobody who does not follow the case', async () => {
    const { caseId, debtor } = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
    const [hers, other] = [aScreen(team.referent), aScreen(team.otherReferent)];
    await postMessage(debtor, caseId, { text: 'Bonjour' });
    await until(() => hers.seen.length > 0, 2_000);
    expect(hers.seen).toEqual(['message.posted']);
    expect(other.seen).toEqual([]);
    hers.leave();
    other.leave();
  });
});

describe('a session that is closed', () => {
  const owner = () => ({ kind: 'staff', id: team.referent.staffId }) as const;
  const signedIn = () => openSession(owner(), 'Un appareil');

  it.each<[string, (session: OpenedSession) => Promise<unknown>]>([
    ['by its own device', ({ secret }) => closeSession(secret)],
    ['from another device', ({ id }) => closeDevice(owner(), id)],
    ['with all the others', () => closeAllSessions(owner())]
  ])('%s ends its live screens at once', async (_, close) => {
    const session = await signedIn();
    const screen = aScreen(team.referent, session.id);
    await close(session);
    await until(() => screen.isOver(), 2_000);
    expect(screen.isOver()).toBe(true);
    screen.leave();
  });

  it('leaves the other devices alone, and is closed by nobody else', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const [closed, open] = [aScreen(team.referent, one.id), aScreen(team.referent, other.id)];
    await closeDevice({ kind: 'staff', id: team.otherReferent.staffId }, other.id);
    await closeSession(one.secret);
    await until(() => closed.isOver(), 2_000);
    expect([closed.isOver(), open.isOver()]).toEqual([true, false]);
    closed.leave();
    open.leave();
  });
});
