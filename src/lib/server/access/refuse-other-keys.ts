import postgres from 'postgres';
import type { StaffId } from '$lib/kernel';
import { makeVault, type DataKey } from '../platform/crypto';
import { StartupFailure } from '../platform/startup-failure';
import { totpContext } from './staff-repository';

/**
 * Refuses keys that do not open what the database holds: a lost key file would otherwise be replaced by a new one, and
 * everything sealed so far would fail page by page. Looks at the staff's secrets, one for each key that sealed some; a
 * database without staff holds nothing to read yet. `ownerUrl` signs in as the owner of the schema.
 *
 * @throws {StartupFailure} one sentence that names the missing key.
 */
export async function refuseOtherKeys(ownerUrl: string, keys: readonly DataKey[]): Promise<void> {
  const vault = makeVault(keys);
  for (const { id, sealed } of await oneOfEachKey(ownerUrl)) {
    try {
      vault.open(sealed, totpContext(id));
    } catch {
      const key = sealed.slice(0, sealed.indexOf('.'));
      throw new StartupFailure(
        `La base contient des données chiffrées avec la clé « ${key} », que ni DATA_KEYS ni le fichier de clés ne donnent : remettez cette clé depuis une sauvegarde.`
      );
    }
  }
}

async function oneOfEachKey(ownerUrl: string) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    return await sql<{ id: StaffId; sealed: string }[]>`
      select distinct on (split_part(totp_secret_sealed, '.', 1)) id, totp_secret_sealed as sealed
      from staff where totp_secret_sealed like '%.%'`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
