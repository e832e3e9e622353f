/**
 * Gives a person of the product under test a link that an e-mail or SMS would carry: at the hour of the test the rules
 * may hold them back. A program of its own when it is run, since use cases need the runtime.
 */
import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { CaseId } from '../../../src/lib/kernel';

/** A fresh one-time link into a case. */
export function giveLink(caseId: string): Promise<string> {
  return give('lien', caseId);
}

/** A fresh link to a survey, after an answer was given. */
export function giveSurvey(caseId: string): Promise<string> {
  return give('avis', caseId);
}

async function give(kind: 'lien' | 'avis', caseId: string): Promise<string> {
  const program = ['--import', 'tsx', import.meta.filename, kind, caseId];
  const { stdout } = await promisify(execFile)(process.execPath, program, {
    env: { ...process.env, DATA_DIR: process.env.OXYGENE_E2E_DATA_DIR }
  });
  return `${process.env.OXYGENE_E2E_URL}/${kind}/${stdout.trim().split('\n').at(-1)}`;
}

async function print(kind: string, caseId: CaseId): Promise<void> {
  const { openHouse } = await import('../../../src/bin/start/open-house');
  const { systemActor } = await import('../../../src/lib/access');
  const { createLink } = await import('../../../src/lib/server/access');
  const { selectCaseHead } = await import('../../../src/lib/server/cases');
  const { enter, openDatabase, useDatabase } = await import('../../../src/lib/server/db');
  const { insertInvitation } = await import('../../../src/lib/server/surveys/survey-repository');
  const { makeSurveyToken } = await import('../../../src/lib/server/surveys/survey-token');
  const house = await openHouse();
  const pool = openDatabase({ url: house.runtime.appUrl, poolSize: 1 });
  useDatabase(pool);
  const at = new Date();
  const secret = await enter(systemActor('seed'), { permission: 'system.seed', caseId }, async (tx) => {
    if (kind === 'lien') return createLink(tx, caseId, at);
    const { teamId, referentId } = await selectCaseHead(tx, caseId);
    const { secret, hash, sealedCase } = makeSurveyToken(caseId);
    const expiresOn = new Date(at.getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
    const link = {
      tokenHash: hash,
      sealedCase,
      teamId,
      referentId,
      occasion: 'answer_given',
      expiresOn
    } as const;
    await insertInvitation(tx, caseId, link as Parameters<typeof insertInvitation>[2], at);
    return secret;
  });
  process.stdout.write(`${secret}\n`);
  await pool.close(1);
  await house.close();
}

const [, started, kind, caseId] = process.argv;
if (started && kind && caseId && import.meta.url === pathToFileURL(started).href) {
  await print(kind, caseId as CaseId);
}
