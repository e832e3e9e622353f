import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffActor } from '$lib/access';
import { systemActor } from '$lib/access';
import type { CaseId, CommandId } from '$lib/kernel';
import { createLink } from '../../src/lib/server/access';
import { enter, NotYours } from '../../src/lib/server/db';
import {
  giveLetterCode,
  inviteDebtor,
  maySpeakFor,
  openLink,
  reportSituation
} from '../../src/lib/server/entry';
import { vault } from '../../src/lib/server/platform/runtime';
import { aCase, aStaff, type TestCase } from '../support/people';
import { testProduct } from '../support/product';

const product = testProduct();
let referent: StaffActor;
let her: TestCase;

beforeEach(async () => {
  referent = await aStaff(product());
  her = await aCase(product(), { teamId: referent.teamId, referentId: referent.staffId });
});

const said = { words: 'Je ne connais pas cette personne.', replyTo: 'moi@exemple.fr' };
const caseRow = async (caseId: CaseId) =>
  (
    await product().sql`select identity, urgent_since, routing_requested_at, unread_by_staff from case_files
    where id = ${caseId}`
  )[0];

async function atTheDoor(caseId: CaseId): Promise<string> {
  const at = product().clock.now();
  const link = await enter(systemActor('seed'), { permission: 'system.seed' }, (tx) =>
    createLink(tx, caseId, at)
  );
  const opened = await openLink(link);
  if (!opened.ok) throw new Error(opened.why.code);
  return opened.value;
}

describe('another situation, told at the door', () => {
  it.each([
    ['not_me', 'situation_not_me'],
    ['deceased', 'situation_deceased'],
    ['helped', 'situation_helped'],
    ['represented', 'situation_represented']
  ] as const)('%s: contacts rest, the referent is told, a line stands in the thread', async (kind, line) => {
    const pending = await atTheDoor(her.caseId);
    const result = await reportSituation({ kind: 'at_the_door', pending }, { kind, ...said });
    expect(result).toEqual({ ok: true, value: true });
    const at = product().clock.now();
    expect(await caseRow(her.caseId)).toEqual({
      identity: kind,
      urgent_since: at,
      routing_requested_at: null,
      unread_by_staff: 1
    });
    expect(
      await product().sql`select reason, lifted_at from contact_pauses where case_id = ${her.caseId}`
    ).toEqual([{ reason: 'identity_problem', lifted_at: null }]);
    expect(await product().sql`select system_code from messages where case_id = ${her.caseId}`).toEqual([
      { system_code: line }
    ]);
    const invitation = await inviteDebtor(referent, {
      caseId: her.caseId,
      channel: 'email',
      origin: 'https://oxygene.example'
    });
    expect(invitation).toMatchObject({ ok: true, value: { state: 'refused' } });
  });

  it('goes to who routes when nobody follows the case yet', async () => {
    const other = await aCase(product());
    await reportSituation(
      { kind: 'at_the_door', pending: await atTheDoor(other.caseId) },
      { kind: 'not_me', ...said }
    );
    expect(await caseRow(other.caseId)).toMatchObject({ routing_requested_at: product().clock.now() });
  });

  it('keeps the words sealed', async () => {
    await reportSituation({ kind: 'signed_in', actor: her.actor }, { kind: 'not_me', ...said });
    const [row] = await product().sql`select * from case_situations where case_id = ${her.caseId}`;
    expect(JSON.stringify(row)).not.toContain('connais');
    expect(vault().open(row!.words_sealed as string, `case_situations.words:${her.caseId}`)).toBe(said.words);
    expect(vault().open(row!.reply_to_sealed as string, `case_situations.reply_to:${her.caseId}`)).toBe(
      said.replyTo
    );
  });

  it('needs a link or a code, and ends that sign-in', async () => {
    expect(await maySpeakFor(undefined)).toBe(false);
    expect(await maySpeakFor('nothing')).toBe(false);
    const pending = await atTheDoor(her.caseId);
    expect(await maySpeakFor(pending)).toBe(true);
    await reportSituation({ kind: 'at_the_door', pending }, { kind: 'not_me', ...said });
    expect(await maySpeakFor(pending)).toBe(false);
    expect(
      await reportSituation({ kind: 'at_the_door', pending: 'nothing' }, { kind: 'not_me', ...said })
    ).toMatchObject({ why: { code: 'sign_in_over' } });
  });

  it('is taken three times a day at most', async () => {
    for (let index = 0; index < 3; index++) {
      expect(
        (await reportSituation({ kind: 'signed_in', actor: her.actor }, { kind: 'helped', ...said })).ok
      ).toBe(true);
    }
    expect(
      await reportSituation({ kind: 'signed_in', actor: her.actor }, { kind: 'helped', ...said })
    ).toMatchObject({ why: { code: 'calm_wait' } });
  });
});

describe('an invitation', () => {
  const origin = 'https://oxygene.example';
  const invite = (actor: StaffActor, channel: 'letter' | 'email' | 'sms', command?: CommandId) =>
    inviteDebtor(
      actor,
      { caseId: her.caseId, channel, origin },
      command && { id: command, input: { channel } }
    );
  const bodies = async () =>
    (await product().sql`select body_sealed, subject from deliveries where case_id = ${her.caseId}`).map(
      (row) => `${row.subject}\n${vault().open(row.body_sealed as string, `deliveries.body:${her.caseId}`)}`
    );

  beforeEach(() => product().clock.set('2026-11-23T10:00:00Z'));

  it.each(['email', 'sms'] as const)(
    'by %s carries a link that opens, and no amount or creditor',
    async (channel) => {
      expect(await invite(referent, channel)).toMatchObject({ value: { state: 'waiting', code: null } });
      const [body] = await bodies();
      expect(body).not.toMatch(/Mobilis|626|€|dette|Morel/);
      expect(body).toContain(`L-${her.reference}`);
      const link = /https:\/\/oxygene\.example\/lien\/([\w-]+)/.exec(body!)![1]!;
      expect((await openLink(link)).ok).toBe(true);
    }
  );

  it('by letter gives the code once, and keeps it nowhere in clear', async () => {
    const command = crypto.randomUUID() as CommandId;
    const first = await invite(referent, 'letter', command);
    if (!first.ok || !first.value.code) throw new Error('no code');
    const repeat = await invite(referent, 'letter', command);
    expect(repeat).toMatchObject({ ok: true, value: { state: 'waiting', code: null } });
    const rows = await product().sql`
      select to_jsonb(c)::text as row from commands c where case_id = ${her.caseId}
      union all select to_jsonb(d)::text from deliveries d where case_id = ${her.caseId}
      union all select to_jsonb(l)::text from letter_codes l where case_id = ${her.caseId}`;
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toContain(first.value.code);
    expect(await bodies()).toHaveLength(1);
  });

  it('by letter that may not leave yet takes nothing from the code of the one on its way', async () => {
    const first = await invite(referent, 'letter');
    if (!first.ok || !first.value.code) throw new Error('no code');
    for (let press = 0; press < 3; press += 1)
      expect(await invite(referent, 'letter')).toMatchObject({ value: { state: 'refused', code: null } });
    const { reference } = her;
    const given = await giveLetterCode({ reference, code: first.value.code, address: '203.0.113.7' });
    expect(given).toMatchObject({ ok: true });
  });

  it('is refused to another referent as if the case did not exist', async () => {
    const other = await aStaff(product(), { teamId: referent.teamId });
    await expect(invite(other, 'email')).rejects.toBeInstanceOf(NotYours);
    expect(await bodies()).toHaveLength(0);
  });
});
