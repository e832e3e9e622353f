import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/lib/access';
import type { Purpose } from '../../src/lib/contact-policy';
import type { CaseId, Id } from '../../src/lib/kernel';
import { loadKeptPost } from '../../src/lib/server/backoffice';
import { sendContact, type OutgoingPost } from '../../src/lib/server/contact-policy';
import { enter } from '../../src/lib/server/db';
import { inviteDebtor } from '../../src/lib/server/entry';
import { replyToPerson } from '../../src/lib/server/messaging';
import { inviteToSurvey } from '../../src/lib/server/surveys';
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

const followed = () => aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
/** She confirmed a mobile, and no e-mail. */
async function byPhone(): Promise<TestCase> {
  const person = await aCase(db(), team.teamId, { referentId: team.referent.staffId, email: null });
  await db().superuserSql`
    update debtors set phone = '+33612345678', phone_confirmed_at = now() where case_id = ${person.caseId}`;
  return person;
}
const send = (person: TestCase, body: string, over: Partial<OutgoingPost> = {}) =>
  enter(systemActor('deliver'), { permission: 'system.deliver', caseId: person.caseId }, (tx) =>
    sendContact(
      tx,
      systemActor('deliver'),
      {
        caseId: person.caseId,
        channel: 'email',
        purpose: 'answer_to_debtor',
        subject: 'Bonjour',
        body,
        ...over
      },
      clock.now()
    )
  );
async function sentTo(caseId: CaseId): Promise<string[]> {
  const rows = await db().superuserSql<{ id: Id<'delivery'> }[]>`
    select id from deliveries where case_id = ${caseId} order by id`;
  const posts = await Promise.all(rows.map(({ id }) => loadKeptPost(team.supervisor, caseId, id)));
  return posts.map((post) => (post.ok ? post.value.body : ''));
}

describe('the one door of outgoing contacts', () => {
  const whole = 'Oxygène. Courrier L-0 du 1er septembre 2026. Ne plus recevoir : STOP';

  it.each([
    ['who writes', whole.replace('Oxygène', 'Bonjour'), 'follow_up', 'sender_missing'],
    ['the way to refuse', whole.replace('Ne plus recevoir', 'Merci'), 'follow_up', 'opt_out_missing'],
    ['the first letter', whole.replace('L-0', ''), 'follow_up', 'letter_reference_missing'],
    ['its date', whole.replace('1er septembre 2026', ''), 'follow_up', 'letter_date_missing'],
    [
      'the way to refuse, in a notice',
      'Oxygène. Une réponse vous attend.',
      'answer_to_debtor',
      'opt_out_missing'
    ]
  ] as const)('refuses a text without %s, and nothing is kept', async (_what, body, purpose, code) => {
    const person = await followed();
    await expect(send(person, body, { purpose: purpose as Purpose })).rejects.toThrow(`${code} in body`);
    expect(await sentTo(person.caseId)).toEqual([]);
  });

  it('lets a whole text go', async () => {
    const person = await followed();
    expect(await send(person, whole, { purpose: 'follow_up' })).toMatchObject({ state: 'waiting' });
  });

  it('writes an SMS in the characters phones carry at their single price', async () => {
    const person = await byPhone();
    await send(person, 'Oxygène\u202f: l’accord est «\u202fprêt\u202f». Ne plus recevoir : STOP', {
      channel: 'sms'
    });
    expect(await sentTo(person.caseId)).toEqual(['Oxygène : l\'accord est "pret". Ne plus recevoir : STOP']);
  });
});

describe('what the house writes by itself passes the door', () => {
  const origin = 'https://oxygene.example';

  it.each([
    ['e-mail', followed],
    ['SMS', byPhone]
  ])('an invitation, a notice and a survey by %s', async (_channel, make) => {
    const person = await make();
    const channel = make === byPhone ? 'sms' : 'email';
    const invited = await inviteDebtor(team.referent, { caseId: person.caseId, channel, origin });
    expect(invited).toMatchObject({ ok: true, value: { state: 'waiting' } });
    const replied = await replyToPerson(team.referent, person.caseId, { text: 'Bonjour' });
    expect(replied.ok).toBe(true);
    const served = { occasion: 'answer_given', at: new Date(clock.now().getTime() - 86_400_000) } as const;
    const other = await make();
    const asked = await inviteToSurvey(systemActor('survey'), other.caseId, served, origin);
    expect(asked.kind).toBe('invited');
    const bodies = [...(await sentTo(person.caseId)), ...(await sentTo(other.caseId))];
    expect(bodies).toHaveLength(3);
    for (const body of bodies) {
      expect(body).toContain('Oxygène');
      expect(body).toMatch(/ne plus recevoir/i);
      if (channel === 'sms') expect(body).not.toMatch(/[’«»\u00a0\u202f]/);
    }
  });
});
