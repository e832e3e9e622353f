import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../../lib/server/platform/logger';
import { close, drain } from '../../lib/server/platform/shutdown';
import type { RunningServer } from './http-server';
import type { House } from './open-house';
import { say } from './say';

/** What is open so far: a signal may come at any moment of the start. */
export interface Opened {
  house?: Promise<House>;
  server?: RunningServer;
}

/** Requests, then pools, then PostgreSQL: together under the five seconds a stop may take. */
const REQUESTS_MS = 2_500;
const POOLS_MS = 800;
const POSTGRES_MS = 1_200;

/**
 * From now on SIGTERM, Ctrl+C and a closed terminal end what is open, in order, and exit with 0. A second signal changes
 * nothing: npm and the terminal may both pass the same one on.
 */
export function stopOnSignal(opened: Opened): void {
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    if (opened.server) {
      say('Arrêt : les demandes en cours se terminent…');
      await opened.server.stop(REQUESTS_MS);
    } else {
      await drain(POOLS_MS);
    }
    await close(POOLS_MS);
    const house = await Promise.race([opened.house, sleep(REQUESTS_MS)]).catch(() => undefined);
    await house?.close({ withinMs: POSTGRES_MS });
    process.exit(exitCode);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  // a terminal that goes away must not take the drain with it
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('unhandledRejection', (error) => log().error('unhandled_rejection', { error }));
  process.on('uncaughtException', (error) => {
    log().error('uncaught_exception', { error });
    void stop(1);
  });
}
