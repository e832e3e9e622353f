import { refuseOtherKeys } from '../../lib/server/access/refuse-other-keys';
import { makeDataDir } from '../../lib/server/platform/data-dir';
import { prepareDatabase } from '../../lib/server/platform/database-setup';
import { openEmbeddedPostgres } from '../../lib/server/platform/embedded-postgres';
import { handOver, readRuntime, readSettings, type Runtime } from '../../lib/server/platform/env';
import { loadDataKeys } from '../../lib/server/platform/key-file';
import { PROJECT_DIR } from './project';
import { say } from './say';

/** A database that is ready, and all the application needs to work on it. */
export interface House {
  readonly runtime: Runtime;
  /** Signs in as the owner of the schema. */
  readonly ownerUrl: string;
  /** Lets go of the embedded database; it stops when nobody else uses it. */
  close(options?: { withinMs?: number }): Promise<void>;
}

/**
 * Checks the settings, starts or joins the embedded database if there is one, and brings the database up to date.
 * For every program: the server, the import, the accounts. `keepAlive` is for servers.
 */
export async function openHouse({ keepAlive = false }: { keepAlive?: boolean } = {}): Promise<House> {
  const settings = readSettings();
  makeDataDir(settings.dataDir);
  const dataKeys = loadDataKeys(settings);
  const embedded =
    settings.database.kind === 'embedded'
      ? await openEmbeddedPostgres({ dataDir: settings.dataDir, say, keepAlive })
      : null;
  const close = async (options?: { withinMs?: number }) => embedded?.release(options);
  try {
    const ownerUrl = embedded?.ownerUrl ?? directUrl(settings.database);
    const login = await prepareDatabase({ ownerUrl, projectDir: PROJECT_DIR });
    await refuseOtherKeys(ownerUrl, dataKeys);
    handOver(settings, { ownerUrl, login, dataKeys });
    return { runtime: readRuntime(), ownerUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function directUrl(database: Runtime['settings']['database']): string {
  if (database.kind === 'external') return database.directUrl;
  throw new Error('The embedded database has no address yet');
}
