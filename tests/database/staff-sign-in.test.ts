import * as argon2 from '@node-rs/argon2';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { systemActor, type StaffActor } from '$lib/access';
import {
  addStaff,
  changePassword,
  countRecoveryCodes,
  readSession,
  renewRecoveryCodes,
  signInStaff,
  totpCode,
  type AddedStaff
} from '../../src/lib/server/access';
import { testProduct } from '../support/product';

vi.mock('@node-rs/argon2', { spy: true });
vi.mock('node:timers/promises', () => ({ setTimeout: vi.fn(() => Promise.resolve()) }));

const product = testProduct();
const password = 'tuile canard velours brique ombre';
let person: AddedStaff & { email: string };
let count = 0;

beforeEach(async () => {
  const email = `agent${++count}@exemple.fr`;
  const added = await addStaff(systemActor('test'), {
    email,
    firstName: 'Yanis',
    lastName: 'Kermarrec',
    role: 'referent',
    teamName: 'Rennes',
    password
  });
  if (!added.ok) throw new Error(added.why.code);
  person = { ...added.value, email };
});

const code = () => totpCode(person.totpSecret, product().clock.now());
const signIn = (change: Partial<Parameters<typeof signInStaff>[0]> = {}) =>
  signInStaff({
    email: person.email,
    password,
    code: code(),
    address: '192.0.2.1',
    userAgent: null,
    ...change
  });

describe('the sign-in of staff', () => {
  it('opens a session with password and code, and says so in the journal', async () => {
    const result = await signIn();
    expect(result.ok).toBe(true);
    const session = result.ok ? await readSession(result.value.secret) : null;
    expect(session?.actor).toMatchObject({ kind: 'staff', role: 'referent', name: 'Yanis Kermarrec' });
    const lines = await product().sql`select from staff_audit_events
      where action = 'staff.signed_in' and detail->>'staffId' = ${person.staffId}`;
    expect(lines).toHaveLength(1);
  });

  it('takes the address in any case, with spaces', async () => {
    expect((await signIn({ email: ` ${person.email.toUpperCase()} ` })).ok).toBe(true);
  });

  it.each([
    ['a wrong password', { password: 'tuile canard velours brique pierre' }],
    ['no password', { password: '' }],
    ['a wrong code', { code: '000000' }],
    ['no code', { code: '' }],
    ['an unknown address', { email: 'personne@exemple.fr' }],
    ['a wrong recovery code', { code: 'K7M4X RP92T' }]
  ])('gives the same answer for %s', async (_name, change) => {
    expect(await signIn(change)).toEqual({ ok: false, why: { code: 'not_recognised' } });
  });

  it('is refused to somebody who left', async () => {
    await product().sql`update staff set active = false where id = ${person.staffId}`;
    expect((await signIn()).ok).toBe(false);
  });

  it('takes as many slow verifications whether the account exists or not', async () => {
    const verifications = async (change: Parameters<typeof signIn>[0]) => {
      vi.mocked(argon2.verify).mockClear();
      await signIn(change);
      return vi.mocked(argon2.verify).mock.calls.length;
    };
    expect(await verifications({ code: '000000' })).toBe(1);
    expect(await verifications({ code: '000000', email: 'personne@exemple.fr' })).toBe(1);
    const withRecovery = await verifications({ code: 'K7M4XRP92T' });
    expect(await verifications({ code: 'K7M4XRP92T', email: 'personne@exemple.fr' })).toBe(withRecovery);
    expect(await verifications({ code: 'K7M4XRP92T', password: 'no' })).toBe(withRecovery);
  });

  it('takes a code once, and no older one after it', async () => {
    const first = code();
    product().clock.pass({ minutes: 1 });
    const second = code();
    expect((await signIn({ code: second })).ok).toBe(true);
    expect((await signIn({ code: second })).ok).toBe(false);
    expect((await signIn({ code: first })).ok).toBe(false);
  });

  it('lets only one of twenty twins in with the same code', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => signIn({ address: `192.0.2.${index + 10}` }))
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each([
    ['one step late', 30, true],
    ['two steps late', 60, false],
    ['one step early', -30, true],
    ['two steps early', -60, false]
  ])('a clock %s', async (_name, seconds, isTaken) => {
    product().clock.set('2026-11-21T20:00:00Z');
    const typed = code();
    product().clock.pass({ ms: seconds * 1000 });
    expect((await signIn({ code: typed })).ok).toBe(isTaken);
  });

  it('takes each recovery code once, typed as people type', async () => {
    const [first, second] = person.recoveryCodes as [string, string];
    expect((await signIn({ code: `${first.slice(0, 5)} ${first.slice(5)}`.toLowerCase() })).ok).toBe(true);
    expect((await signIn({ code: first })).ok).toBe(false);
    expect((await signIn({ code: second })).ok).toBe(true);
    const rows = await product()
      .sql`select code_hash from staff_recovery_codes where staff_id = ${person.staffId}`;
    expect(rows.every((row) => String(row.code_hash).startsWith('$argon2id$'))).toBe(true);
  });

  it('waits calmly after ten failures from one place, while another place still gets in', async () => {
    for (let index = 0; index < 10; index++) {
      expect(await signIn({ password: 'wrong' })).toMatchObject({ why: { code: 'not_recognised' } });
    }
    const waiting = await signIn();
    expect(waiting).toMatchObject({ ok: false, why: { code: 'calm_wait' } });
    expect((await signIn({ address: '198.51.100.7' })).ok).toBe(true);
    product().clock.pass({ minutes: 20 });
    expect((await signIn()).ok).toBe(true);
  });

  it('is never locked by a stranger, however many places she tries from', async () => {
    for (let index = 0; index < 40; index++) {
      await signIn({ password: 'wrong', address: `203.0.113.${index}` });
    }
    expect((await signIn({ address: '198.51.100.8' })).ok).toBe(true);
  });

  it('does not make the wait longer for trying during it', async () => {
    for (let index = 0; index < 10; index++) await signIn({ password: 'wrong' });
    const first = await signIn();
    for (let index = 0; index < 5; index++) await signIn();
    expect(await signIn()).toEqual(first);
  });
});

describe('adding staff', () => {
  const add = (change: object) =>
    addStaff(systemActor('test'), {
      email: `neuf${++count}@exemple.fr`,
      firstName: 'Maud',
      lastName: 'Le Goff',
      role: 'adviser',
      teamName: 'Rennes',
      password,
      ...change
    });

  it('refuses a poor password and an address already used, and keeps nothing', async () => {
    expect(await add({ password: 'court' })).toMatchObject({ why: { code: 'password_too_short' } });
    const teams = await product().sql`select from teams where name = 'Brest'`;
    expect(await add({ email: person.email.toUpperCase(), teamName: 'Brest' })).toMatchObject({
      why: { code: 'email_taken' }
    });
    expect(await product().sql`select from teams where name = 'Brest'`).toHaveLength(teams.length);
  });

  it('keeps neither password, TOTP secret nor recovery codes readable', async () => {
    const rows = await product().sql`select to_jsonb(staff) as row from staff where id = ${person.staffId}`;
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(password);
    expect(kept).not.toContain(person.totpSecret);
    expect(kept).toContain('$argon2id$');
  });
});

describe('one’s own account', () => {
  const actor = (): StaffActor => ({
    kind: 'staff',
    staffId: person.staffId,
    teamId: person.teamId,
    role: 'referent',
    name: 'Yanis Kermarrec',
    firstName: 'Yanis'
  });

  it('gives new recovery codes for the password, and the old ones are void', async () => {
    expect(await renewRecoveryCodes(actor(), 'wrong')).toMatchObject({ why: { code: 'wrong_password' } });
    const renewed = await renewRecoveryCodes(actor(), password);
    if (!renewed.ok) throw new Error(renewed.why.code);
    expect((await signIn({ code: person.recoveryCodes[0]! })).ok).toBe(false);
    expect((await signIn({ code: renewed.value[0]! })).ok).toBe(true);
    expect(await countRecoveryCodes(actor())).toEqual({ left: 7, of: 8 });
  });

  it('signs out everywhere when the password changes, and the old one is void', async () => {
    const session = await signIn();
    const newPassword = 'plume sable rivage fougere aube';
    expect(await changePassword(actor(), { password, newPassword: 'court' })).toMatchObject({
      why: { code: 'password_too_short' }
    });
    expect(await changePassword(actor(), { password, newPassword })).toEqual({ ok: true, value: true });
    expect(session.ok && (await readSession(session.value.secret))).toBeNull();
    product().clock.pass({ minutes: 1 });
    expect((await signIn()).ok).toBe(false);
    product().clock.pass({ minutes: 1 });
    expect((await signIn({ password: newPassword })).ok).toBe(true);
  });
});
