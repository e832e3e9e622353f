import postgres from 'postgres';
import { eachHost } from './database-address';

/**
 * The address of the one host that takes changes now, for programs that know one host only. Of a single host, the
 * address itself, unasked.
 *
 * @throws the last host's error when none of several takes changes.
 */
export async function findPrimary(url: string): Promise<string> {
  const hosts = eachHost(url);
  if (hosts.length === 1) return url;
  let why: unknown = new Error('No host of the database takes changes');
  for (const one of hosts) {
    try {
      if (await takesChanges(one)) return one;
    } catch (error) {
      why = error;
    }
  }
  throw why;
}

async function takesChanges(url: string): Promise<boolean> {
  const address = new URL(url);
  address.searchParams.delete('target_session_attrs');
  const sql = postgres(address.toString(), { max: 1, connect_timeout: 3, onnotice: () => undefined });
  try {
    const [row] = await sql<{ follows: boolean }[]>`select pg_is_in_recovery() as follows`;
    return row?.follows === false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
