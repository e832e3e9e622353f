import postgres, { type Sql } from 'postgres';
import { openHouse } from '../../../src/bin/start/open-house';
import type { CaseId, StaffId } from '../../../src/lib/kernel';
import { openSession } from '../../../src/lib/server/access';
import { openDatabase, useDatabase } from '../../../src/lib/server/db';
import { makeVault } from '../../../src/lib/server/platform/crypto';
import { useVault } from '../../../src/lib/server/platform/runtime';
import { startProduct } from '../../e2e/support/start-product';
import { growPortfolio, someCases } from './portfolio';
import { CORES, pinToCore, processesOfPostgres, type MeasuredServer } from './server-process';

/** The product, running on invented data, and a second hand on its database. */
export interface BenchHouse {
  readonly server: MeasuredServer;
  readonly owner: Sql;
  readonly isPinned: boolean;
  /** Cookies of people who are signed in, each on a case of her own. */
  readonly debtors: readonly string[];
  close(): Promise<void>;
}

/** How many people take part in the measures of the person's side. */
const PEOPLE = 40;

/** The cookie of a debtor's or a staff member's fresh session. */
export async function cookieFor(
  owner: { kind: 'debtor'; id: CaseId } | { kind: 'staff'; id: StaffId }
): Promise<string> {
  const { secret } = await openSession(owner, 'Bench');
  return `oxygene=${secret}`;
}

/** The server alone on its core: whoever shares it takes its caches from it, at each trip to the database. */
async function pinAll(server: number, owner: Sql): Promise<boolean> {
  const [session] = await owner<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const others = [process.pid, ...processesOfPostgres(session!.pid)];
  return [pinToCore(server, CORES.measured), ...others.map((pid) => pinToCore(pid, CORES.others))].every(
    Boolean
  );
}

/** Builds if needed, starts the product on data of its own, and signs people in: 1,000 cases, ten referents. */
export async function openBenchHouse(): Promise<BenchHouse> {
  const product = await startProduct({ environment: { LOG_LEVEL: 'warn' } });
  process.env.DATA_DIR = product.dataDir;
  const house = await openHouse();
  const owner = postgres(house.ownerUrl, { max: 2, onnotice: () => undefined });
  const pool = openDatabase({ url: house.runtime.appUrl, poolSize: 2 });
  useDatabase(pool);
  useVault(makeVault(house.runtime.dataKeys));
  await growPortfolio(owner, { cases: 1_000, referents: 10 });
  const cases = await someCases(owner, PEOPLE);
  const debtors: string[] = [];
  for (const id of cases) debtors.push(await cookieFor({ kind: 'debtor', id: id as CaseId }));
  const pid = product.process.pid!;
  return {
    server: { url: product.url.replace('localhost', '127.0.0.1'), pid },
    owner,
    isPinned: await pinAll(pid, owner),
    debtors,
    async close() {
      await Promise.all([owner.end({ timeout: 1 }), pool.close(1)]);
      await house.close();
      await product.remove();
    }
  };
}
