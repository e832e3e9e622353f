import path from 'node:path';
import { systemActor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { createLetterCode, createLink, findCaseByReference } from '../../access';
import { importPortfolio, importRefusalMessage, readIdentity } from '../../cases';
import { now } from '../../platform/runtime';
import { enter } from '../enter';
import { seedOpinions } from './opinions';
import { seedStaff, type SeededPerson } from './people';
import { SEED } from './seed-actor';
import { seedStories } from './stories';

/** Who can come in to the demonstration, and with what. */
export interface DemonstrationAccess {
  readonly debtor: {
    readonly reference: string;
    readonly letterCode: string;
    /** `YYYY-MM-DD`. */
    readonly birthDate: string;
    readonly postcode: string;
    /** The whole address of a fresh link. */
    readonly link: string;
  };
  readonly referent: SeededPerson['access'];
  readonly supervisor: SeededPerson['access'];
  /** Publishes what the first proposes. */
  readonly secondSupervisor: SeededPerson['access'];
}

/** The case visitors come in to: Nadia Benali, one debt, nothing begun. */
const VISITED_CASE = 'OX26-000010';
const PORTFOLIO = path.join(import.meta.dirname, 'portfolio.csv');

/**
 * Loads the demonstration: invented staff, the sample portfolio through the ordinary import, and a few stories through
 * the ordinary use cases. Run again after an interruption, it completes.
 */
export async function seedDemonstration(options: {
  readonly origin: string;
  readonly say: (line: string) => void;
}): Promise<DemonstrationAccess> {
  options.say('Démonstration : équipe et portefeuille inventés…');
  const staff = await seedStaff();
  const imported = await importPortfolio(systemActor('import'), { path: PORTFOLIO, teamId: staff.teamId });
  if (!imported.ok) throw new Error(importRefusalMessage(imported.why, path.basename(PORTFOLIO)));
  imported.value.close();
  await seedStories(staff);
  await seedOpinions(staff.teamId, options.origin);
  return accessOf(staff, options.origin);
}

/** The same people, with a link and a letter code that are valid again. */
export async function refreshDemonstrationAccess(options: {
  readonly origin: string;
}): Promise<DemonstrationAccess> {
  return accessOf(await seedStaff(), options.origin);
}

async function accessOf(
  staff: { referent: SeededPerson; supervisor: SeededPerson; secondSupervisor: SeededPerson },
  origin: string
): Promise<DemonstrationAccess> {
  return {
    debtor: await debtorAccess(origin),
    referent: staff.referent.access,
    supervisor: staff.supervisor.access,
    secondSupervisor: staff.secondSupervisor.access
  };
}

function debtorAccess(origin: string): Promise<DemonstrationAccess['debtor']> {
  return enter(SEED, { permission: 'system.seed' }, async (tx) => {
    const caseId: CaseId | null = await findCaseByReference(tx, VISITED_CASE);
    const identity = caseId && (await readIdentity(tx, caseId));
    if (!caseId || !identity) throw new Error(`The demonstration portfolio lacks ${VISITED_CASE}`);
    const at = now();
    return {
      reference: VISITED_CASE,
      letterCode: await createLetterCode(tx, caseId, at),
      birthDate: identity.birthDate,
      postcode: identity.postcode,
      link: `${origin}/lien/${await createLink(tx, caseId, at)}`
    };
  });
}
