import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/lib/kernel';
import { NotYours } from '../../src/lib/server/db';
import { newId } from '../../src/lib/server/platform/ids';
import { listThread, markThreadRead, postMessage, replyToPerson } from '../../src/lib/server/messaging';
import { aCase, aTeam, useTestRuntime, type TestCase, type TestTeam } from '../support/cases';
import { testDatabase } from '../support/database';

const db = testDatabase();
let clock: ReturnType<typeof useTestRuntime>;
let team: TestTeam;
let hers: TestCase;
let another: TestCase;

beforeAll(async () => {
  clock = useTestRuntime(db());
  team = await aTeam(db());
  hers = await aCase(db(), team.teamId, { referentId: team.referent.staffId, track: 'oxygene' });
  another = await aCase(db(), team.teamId, { referentId: team.otherReferent.staffId });
});
afterAll(() => clock.close());

const command = (input: unknown, id = newId<'command'>() as CommandId) => ({ id, input });

describe('writing to one’s referent', () => {
  it('keeps the words sealed, promises an answer, and shows it on the worklist', async () => {
    const posted = await postMessage(hers.debtor, hers.caseId, { text: ' Bonsoir <b>Leïla</b> ' });
    expect(posted).toMatchObject({ ok: true });
    const [row] = await db().superuserSql`select body_sealed from messages where case_id = ${hers.caseId}`;
    expect(row?.body_sealed).not.toContain('Bonsoir');
    const [file] = await db().superuserSql`
      select reply_due_at, promised_at, unread_by_staff from case_files where id = ${hers.caseId}`;
    expect(file?.unread_by_staff).toBe(1);
    expect(file?.promised_at).toEqual(file?.reply_due_at);
    expect(file?.promised_at.getTime()).toBeGreaterThan(clock.now().getTime());
    const thread = await listThread(team.referent, hers.caseId);
    expect(thread.lines.at(-1)).toMatchObject({ author: 'debtor', body: 'Bonsoir <b>Leïla</b>' });
  });

  it('a repeat of the same command answers the same and writes nothing more', async () => {
    const once = command({ text: 'une fois' });
    const first = await postMessage(hers.debtor, hers.caseId, { text: 'une fois' }, once);
    const second = await postMessage(hers.debtor, hers.caseId, { text: 'une fois' }, once);
    expect(second).toEqual(first);
    const { lines } = await listThread(hers.debtor, hers.caseId);
    expect(lines.filter((line) => line.body === 'une fois')).toHaveLength(1);
  });

  it('twenty copies at the same time write one message', async () => {
    const once = command({ text: 'vingt fois' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => postMessage(hers.debtor, hers.caseId, { text: 'vingt fois' }, once))
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { lines } = await listThread(hers.debtor, hers.caseId);
    expect(lines.filter((line) => line.body === 'vingt fois')).toHaveLength(1);
  });

  it('the same command with other words is refused', async () => {
    const { id } = command(null);
    await postMessage(hers.debtor, hers.caseId, { text: 'a' }, command({ text: 'a' }, id));
    const reused = await postMessage(hers.debtor, hers.caseId, { text: 'b' }, command({ text: 'b' }, id));
    expect(reused).toEqual({ ok: false, why: { code: 'command_reused' } });
  });

  it('an empty message is refused and leaves no trace', async () => {
    const before = await listThread(hers.debtor, hers.caseId);
    expect(await postMessage(hers.debtor, hers.caseId, { text: '  ' })).toMatchObject({
      ok: false,
      why: { code: 'message_empty' }
    });
    expect((await listThread(hers.debtor, hers.caseId)).lines).toHaveLength(before.lines.length);
  });

  it('the answer ends the promise, and goes out by e-mail without its words', async () => {
    await replyToPerson(team.referent, hers.caseId, { text: 'Je m’en occupe' });
    const [file] = await db().superuserSql`
      select reply_due_at, promised_at, unread_by_debtor from case_files where id = ${hers.caseId}`;
    expect(file).toMatchObject({ reply_due_at: null, promised_at: null, unread_by_debtor: 1 });
    const [contact] = await db().superuserSql`
      select * from contacts where case_id = ${hers.caseId} and channel <> 'app'`;
    expect(contact).toMatchObject({
      channel: 'email',
      purpose: 'answer_to_debtor',
      state: 'waiting',
      counted: 0
    });
    const [post] = await db()
      .superuserSql`select subject, body_sealed from deliveries where case_id = ${hers.caseId}`;
    expect(post?.subject).toBe('Vous avez une réponse');
  });

  it('reading marks only what the other side wrote', async () => {
    await markThreadRead(hers.debtor, hers.caseId);
    const { lines } = await listThread(team.referent, hers.caseId);
    expect(lines.filter((line) => line.author === 'staff').every((line) => line.readAt !== null)).toBe(true);
    expect(lines.filter((line) => line.author === 'debtor').every((line) => line.readAt === null)).toBe(true);
  });
});

describe('the wrong person', () => {
  it('another debtor, another referent and a job see nothing and write nothing', async () => {
    await expect(listThread(another.debtor, hers.caseId)).rejects.toThrow(NotYours);
    await expect(listThread(team.otherReferent, hers.caseId)).rejects.toThrow(NotYours);
    await expect(postMessage(another.debtor, hers.caseId, { text: 'x' })).rejects.toThrow(NotYours);
    await expect(replyToPerson(team.otherReferent, hers.caseId, { text: 'x' })).rejects.toThrow(NotYours);
    await expect(replyToPerson(hers.debtor, hers.caseId, { text: 'x' })).rejects.toThrow(NotYours);
  });

  it('a supervisor reads the cases of her own team only', async () => {
    await expect(listThread(team.supervisor, hers.caseId)).resolves.toBeDefined();
    const elsewhere = await aTeam(db());
    await expect(listThread(elsewhere.supervisor, hers.caseId)).rejects.toThrow(NotYours);
  });
});
