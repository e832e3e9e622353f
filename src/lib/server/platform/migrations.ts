import { existsSync } from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import { StartupFailure } from './startup-failure';

interface AppliedMigration {
  readonly hash: string;
  readonly created_at: string;
}

/**
 * Applies the migrations of `folder` that the database has not seen, in one transaction.
 *
 * @throws {StartupFailure} when the database has a migration that the code does not know (it is newer than the code),
 * or when one that was applied has been changed, or skipped, since.
 */
export async function applyMigrations(sql: Sql, folder: string): Promise<void> {
  if (!existsSync(path.join(folder, 'meta', '_journal.json'))) {
    throw new StartupFailure(
      `Les migrations de la base sont introuvables dans ${folder} : l’installation est incomplète.`
    );
  }
  const known = readMigrationFiles({ migrationsFolder: folder });
  refuseUnknown(await applied(sql), known);
  await migrate(drizzle(sql), { migrationsFolder: folder });
  refuseSkipped(await applied(sql), known);
}

async function applied(sql: Sql): Promise<AppliedMigration[]> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!table?.exists) return [];
  return sql<AppliedMigration[]>`select hash, created_at from drizzle.__drizzle_migrations`;
}

function refuseUnknown(applied: AppliedMigration[], known: MigrationMeta[]): void {
  const hashes = new Set(known.map(({ hash }) => hash));
  const stranger = applied.find(({ hash }) => !hashes.has(hash));
  if (!stranger) return;
  const wasEdited = known.some(({ folderMillis }) => folderMillis === Number(stranger.created_at));
  throw new StartupFailure(
    wasEdited
      ? 'Une migration déjà appliquée à la base a été modifiée depuis : remettez son texte d’origine et écrivez le changement dans une nouvelle migration.'
      : 'Le schéma de la base est plus récent que ce programme : installez une version plus récente d’Oxygène, ou restaurez une sauvegarde antérieure de la base.'
  );
}

/** Drizzle applies what is later than the last one applied; a migration merged late, with an earlier date, is left out. */
function refuseSkipped(applied: AppliedMigration[], known: MigrationMeta[]): void {
  const hashes = new Set(applied.map(({ hash }) => hash));
  const skipped = known.filter(({ hash }) => !hashes.has(hash));
  if (skipped.length === 0) return;
  const dates = skipped.map(({ folderMillis }) => new Date(folderMillis).toISOString()).join(', ');
  throw new StartupFailure(
    `Une migration est plus ancienne que la dernière appliquée et a été sautée (${dates}) : générez-la de nouveau.`
  );
}
