import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownDataFile } from '../../src/lib/privacy';
import { loadCaseFile } from '../../src/lib/server/backoffice';
import { CURRENT_WARNING } from '../../src/lib/plans';
import { reportSituation } from '../../src/lib/server/entry';
import { proposePlan } from '../../src/lib/server/plans';
import { postMessage } from '../../src/lib/server/messaging';
import { followClaim } from '../../src/lib/server/aids';
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

it('names the rights she asked for, and not only their ids', async () => {
  const hers = await aCase(db(), team.teamId);
  const claim = {
    state: 'to_do',
    askedOn: null,
    decidedOn: null,
    amountCents: null,
    reason: null,
    remindOn: null,
    remindByPost: false
  } as const;
  for (const aid of ['rsa', 'aide-juridictionnelle'])
    await followClaim(hers.debtor, hers.caseId, { ...claim, aid });
  const { aides } = ownDataParts(await exported(hers)) as { aides: { demarches: { nom: string }[] } };
  expect(aides.demarches.map(({ nom }) => nom).sort()).toEqual(['Aide juridictionnelle', 'rsa']);
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
  expect(parts.aides).toEqual({ simulation_gardee: null, demarches: [], nouvelles: [] });
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

/** Where each table about a case is in the file, or why it is not. A table that is not here fails. */
const PLACE: Readonly<Record<string, string | { readonly notThere: string }>> = {
  access_links: { notThere: 'hashes of what she was given, and until when it opens' },
  aid_claims: 'aides',
  aid_news: 'aides',
  aid_profiles: 'aides',
  audit_events: 'journal',
  case_decisions: 'decisions',
  case_files: 'dossier',
  case_references: { notThere: 'her reference is in dossier' },
  case_situations: 'dit_a_l_entree',
  commands: { notThere: 'so that a repeat changes nothing; gone after 35 days' },
  contact_pauses: 'pauses',
  contact_preferences: 'preferences_de_contact',
  contacts: 'contacts',
  creditor_notices: 'propositions_dites_aux_creanciers',
  debt_changes: 'sommes_changees',
  debtors: 'personne',
  debts: 'sommes_demandees',
  deliveries: { notThere: 'each is a line of contacts; its words are templates, forgotten once sent' },
  letter_codes: { notThere: 'hashes of what she was given' },
  messages: 'messages',
  one_time_codes: { notThere: 'hashes of what she was sent' },
  plan_debts: 'accords',
  plan_instalments: 'accords',
  plans: 'accords',
  questionnaires: 'reponses',
  signal_views: 'signaux_vus',
  signals: 'signaux',
  survey_invitations: { notThere: 'each is a line of contacts; answers have no path to her' }
};

it('has a place for every table about her, or a reason why it has none', async () => {
  const tables = await db().superuserSql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname = 'case_files' or exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped))
    order by 1`;
  expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(PLACE).sort());
  const hers = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
  const places = Object.values(PLACE).filter((place) => typeof place === 'string');
  const parts = Object.keys(ownDataParts(await exported(hers)));
  expect([...parts].sort()).toEqual([...new Set(places)].sort());
});

it('holds what changed of her debts, who saw a signal, what the law gave, and what was handled at the door', async () => {
  const hers = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
  const { caseId } = hers;
  const sql = db().superuserSql;
  await sql`insert into debt_changes (case_id, id, debt_id, field, before, after, changed_at)
    values (${caseId}, gen_random_uuid(), ${hers.debtIds[0]!}, 'principal_cents', '62640', '50000', now())`;
  await sql`insert into aid_news (case_id, id, revision_id, gain_cents, state, found_at)
    values (${caseId}, gen_random_uuid(), gen_random_uuid(), 4200, 'told', now()),
      (${caseId}, gen_random_uuid(), gen_random_uuid(), null, 'told', now())`;
  await reportSituation(
    { kind: 'signed_in', actor: hers.debtor },
    { kind: 'helped', words: 'x', replyTo: '' }
  );
  await sql`update case_situations set handled_at = now() where case_id = ${caseId}`;
  const parts = ownDataParts(await exported(hers));
  expect(parts).toMatchObject({
    sommes_changees: [{ quoi: 'principal_cents', avant: '62640', apres: '50000' }],
    dit_a_l_entree: [{ quoi: 'helped', traite_le: expect.any(Date) }],
    signaux_vus: []
  });
  const { nouvelles } = parts['aides'] as { nouvelles: { gainCents: number | null }[] };
  expect([...nouvelles].sort((a, b) => (b.gainCents ?? 0) - (a.gainCents ?? 0))).toMatchObject([
    { quoi: 'Environ 42\u00a0€ de plus par mois', gainCents: 4200, state: 'told' },
    // not a gain of zero
    { quoi: 'Un droit trouvé, sans somme connue', gainCents: null, state: 'told' }
  ]);
  // she alone: another person's file has none of it
  const other = await aCase(db(), team.teamId, { referentId: team.referent.staffId });
  expect(ownDataParts(await exported(other))).toMatchObject({ aides: { nouvelles: [] } });
});
