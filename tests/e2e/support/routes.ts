import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import type { MadePerson } from './person';

const runFile = promisify(execFile);
const PROJECT_DIR = path.resolve(import.meta.dirname, '../../..');

/** One address of the product as built: what may be asked of it. */
export interface BuiltRoute {
  /** As in src/routes: `/(debtor)/mes-accords/[planId]`. */
  readonly id: string;
  readonly params: readonly string[];
  readonly isPage: boolean;
  /** Verbs of an endpoint; empty for a page. */
  readonly verbs: readonly string[];
  /** Names of the form actions of a page. */
  readonly actions: readonly string[];
}

/** Every route of the build that is running, read from the build itself: a new one cannot be forgotten. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  const program = path.join(import.meta.dirname, 'list-routes.js');
  const { stdout } = await runFile(process.execPath, [program, path.join(PROJECT_DIR, 'build')]);
  return JSON.parse(stdout) as BuiltRoute[];
}

/** The address of a route: groups left out, parameters filled in. A parameter nobody gave is an error. */
export function addressOf({ id }: BuiltRoute, values: Readonly<Record<string, string>>): string {
  const filled = id
    .replace(/\/\([^)]+\)/g, '')
    .replace(/\[(?:\[)?(?:\.\.\.)?(\w+)(?:=\w+)?\](?:\])?/g, (_whole, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${id}: say in the test what ${name} is`);
      return value;
    });
  return filled === '' ? '/' : filled;
}

/** What stands in the addresses: everything of one person, or things that do not exist. */
export function valuesOf(person: MadePerson | null): Record<string, string> {
  return {
    section: 'vous-et-nous',
    step: 'besoin',
    situation: 'j-aide',
    rest: 'ancienne-adresse',
    insee: '35238',
    departement: '35',
    token: randomUUID(),
    deliveryId: randomUUID(),
    creditorId: randomUUID(),
    staffId: randomUUID(),
    caseId: person?.caseId ?? randomUUID(),
    signalId: randomUUID(),
    parametre: 'rsa_base',
    aide: 'fsl-35',
    revisionId: randomUUID(),
    runId: randomUUID(),
    debtId: person?.debtIds[0] ?? randomUUID(),
    planId: person?.planId ?? randomUUID()
  };
}
