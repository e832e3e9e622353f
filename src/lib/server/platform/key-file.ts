import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DataKey } from './crypto';
import { formatDataKeys, readKeyList, type Settings } from './env';
import { StartupFailure, errorCode } from './startup-failure';

/**
 * The keys that seal sensitive columns: DATA_KEYS, or else the file `keys` of the data folder, made on the first start
 * with mode 0600. Losing it loses what it sealed.
 */
export function loadDataKeys({ dataKeys, dataDir }: Settings): readonly DataKey[] {
  if (dataKeys) return dataKeys;
  const file = path.join(dataDir, 'keys');
  if (!existsSync(file)) makeKeyFile(file);
  const keys = readKeyList(readFileSync(file, 'utf8'));
  if (keys) return keys;
  throw new StartupFailure(
    `Le fichier de clés ${file} n’est pas lisible : remettez-le depuis une sauvegarde, les données chiffrées en dépendent.`
  );
}

function makeKeyFile(file: string): void {
  const key = { id: `k${randomBytes(3).toString('hex')}`, bytes: randomBytes(32) };
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, `${formatDataKeys([key])}\n`, { mode: 0o600 });
  try {
    // a second start of the same instant must not replace a key that was already used
    linkSync(whole, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(whole, { force: true });
  }
}
