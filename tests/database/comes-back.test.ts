import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/lib/server/db';
import { testDatabase } from '../support/database';

const db = testDatabase();
const AWAY_MS = 2_000;
const BACK_WITHIN_MS = 2_000;

let server: Server | undefined;
let pool: Database | undefined;
const sockets = new Set<Socket>();

/** A way to the database that can be taken away and given back at the same address. */
async function openWay(port: number): Promise<number> {
  const { hostname, port: target } = new URL(db().appUrl);
  server = createServer((near) => {
    const far = connect(Number(target), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
function closeWay(): void {
  server?.close();
  for (const socket of sockets) socket.destroy();
}

afterAll(async () => {
  // cut off while it greets the database, a connection of the driver throws where nobody can catch it
  await pool?.close();
  closeWay();
});

it('a database that was away is used again at once, however often it was asked for meanwhile', async () => {
  const port = await openWay(0);
  const url = new URL(db().appUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  pool = openDatabase({ url: url.toString() });
  const ask = () => pool!.sql`select pg_sleep(0.02)`;
  await Promise.all(Array.from({ length: 20 }, ask));

  closeWay();
  const awayUntil = Date.now() + AWAY_MS;
  let failed = 0;
  while (Date.now() < awayUntil) {
    void Promise.resolve(ask()).catch(() => (failed += 1));
    await sleep(20);
  }
  expect(failed).toBeGreaterThan(0);

  await openWay(port);
  const backAt = performance.now();
  let isBack = false;
  while (!isBack && performance.now() - backAt < 30_000)
    isBack = await Promise.resolve(ask()).then(
      () => true,
      () => false
    );
  expect(performance.now() - backAt).toBeLessThan(BACK_WITHIN_MS);
});
