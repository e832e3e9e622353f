import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownDataFile } from '../../src/lib/privacy';
import { loadCaseFile } from '../../src/lib/server/backoffice';
import { CURRENT_WARNING } from '../../src/lib/plans';
import { reportSituation } from '../../src/lib/server/entry';
import { proposePlan } from '../../src/lib/server/plans';
import { postMessage } from '../../src/lib/server/messaging';
import { exportOwnData, loadOwnData, ownDataParts } from '../../src/lib/server/privacy';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
});
afterAll(() => clock.close());

async function exported(person: TestCase) {
  const data = await exportOwnData(person.debtor);
  if (!data.ok) throw new Error(data.why.code);
  return data.value;
}

it('holds what is kept about her, opened, and nothing of another person', async () => {
  const hers = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
  const another = await aCase(db(), team.teamId);
  await postMessage(hers.debtor, hers.caseId, { text: 'Mes mots' });
  await postMessage(another.debtor, another.caseId, { text: 'Autres mots' });
  const file = ownDataFile(ownDataParts(await exported(hers)), clock.now());
  expect(file).toContain('Mes mots');
  expect(file).toContain(hers.reference);
  expect(file).not.toContain('Autres mots');
  expect(file).not.toContain(another.reference);
  expect(file).not.toContain(team.referent.staffId);
});

it('leaves no part out: preferences, silences, due days, what was said at the door, aids', async () => {
  const hers = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
  const proposal = { debtIds: hers.debtIds, terms: { kind: 'rest', restMonths: 1 } } as const;
  await proposePlan(hers.debtor, hers.caseId, { proposal, acknowledged: CURRENT_WARNING.version });
  await reportSituation(
    { kind: 'signed_in', actor: hers.debtor },
    { kind: 'helped', words: 'Mots d’un proche', replyTo: 'proche@exemple.fr' }
  );
  const parts = ownDataParts(await exported(hers));
  expect(Object.keys(parts)).toContain('preferences_de_contact');
  expect(parts.pauses).toEqual(
    expect.arrayContaining([expect.objectContaining({ reason: 'identity_problem' })])
  );
  expect(parts.aides).toEqual({ simulation_gardee: null, demarches: [] });
  expect(parts.accords).toMatchObject([{ echeances: [] }]);
  expect(parts.dit_a_l_entree).toMatchObject([{ quoi: 'helped' }]);
  expect(ownDataFile(parts, clock.now()), 'what a third person wrote is theirs').not.toContain('proche@');
});

it('shows who opened her file, and taking it away is written too', async () => {
  const hers = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
  await loadCaseFile(team.referent, hers.caseId);
  await exportOwnData(hers.debtor);
  const { journal } = await loadOwnData(hers.debtor);
  expect(journal.map((line) => [line.action, line.actorName])).toEqual([
    ['data.exported', null],
    ['case.opened', 'Leïla Amrani']
  ]);
});

it('is taken away three times a day at most, each person for herself, and again the day after', async () => {
  const hers = await aCase(db(), team.teamId);
  const other = await aCase(db(), team.teamId);
  for (let times = 0; times < 3; times += 1) expect((await exportOwnData(hers.debtor)).ok).toBe(true);
  const refused = await exportOwnData(hers.debtor);
  expect(refused).toMatchObject({ ok: false, why: { code: 'calm_wait' } });
  if (!refused.ok) expect(refused.why.until.getTime()).toBeGreaterThan(clock.now().getTime());
  expect((await exportOwnData(other.debtor)).ok).toBe(true);
  const { journal } = await loadOwnData(hers.debtor);
  expect(journal.filter(({ action }) => action === 'data.exported')).toHaveLength(3);
  const before = clock.now();
  clock.set(new Date(before.getTime() + 25 * 3_600_000));
  expect((await exportOwnData(hers.debtor)).ok).toBe(true);
  clock.set(before);
});
