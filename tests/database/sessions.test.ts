import { describe, expect, it } from 'vitest';
import {
  closeAllSessions,
  closeDevice,
  closeSession,
  listDevices,
  openSession,
  readSession
} from '../../src/lib/server/access';
import { sha256Hex } from '../../src/lib/server/platform/crypto';
import { aCase, aStaff } from '../support/people';
import { testProduct } from '../support/product';

const product = testProduct();
const forStaff = async () => {
  const person = await aStaff(product());
  return { person, owner: { kind: 'staff', id: person.staffId } as const };
};

describe('a session', () => {
  it('is kept at rest only as the hash of its secret', async () => {
    const { owner } = await forStaff();
    const { secret, id } = await openSession(owner, 'Chrome sur Android');
    const rows = await product().sql`select * from sessions where actor_id = ${owner.id}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]!.id).toBe(sha256Hex(secret));
    expect(id).toBe(sha256Hex(secret));
    expect(JSON.stringify(rows)).not.toContain(secret);
    // what is at rest opens nothing
    expect(await readSession(id)).toBeNull();
  });

  it('of a member of staff says who she is', async () => {
    const { person, owner } = await forStaff();
    const { secret } = await openSession(owner, 'x');
    expect((await readSession(secret))?.actor).toEqual(person);
  });

  it('of a debtor says which case', async () => {
    const { caseId } = await aCase(product());
    const { secret } = await openSession({ kind: 'debtor', id: caseId }, 'x');
    expect((await readSession(secret))?.actor).toEqual({ kind: 'debtor', caseId });
  });

  it('of staff is over after 30 minutes without use, not a second before', async () => {
    const { owner } = await forStaff();
    const { secret } = await openSession(owner, 'x');
    product().clock.pass({ minutes: 30, ms: -1_000 });
    expect(await readSession(secret)).not.toBeNull();
    product().clock.pass({ minutes: 30 });
    expect(await readSession(secret)).toBeNull();
    expect(await product().sql`select from sessions where actor_id = ${owner.id}`).toHaveLength(0);
  });

  it('of staff goes on when used every 29 minutes, until a working day is over', async () => {
    const { owner } = await forStaff();
    const { secret } = await openSession(owner, 'x');
    for (let index = 0; index < 24; index++) {
      product().clock.pass({ minutes: 29 });
      expect(await readSession(secret), `after ${(index + 1) * 29} minutes`).not.toBeNull();
    }
    product().clock.pass({ minutes: 29 });
    expect(await readSession(secret)).toBeNull();
  });

  it('of a debtor lasts 12 hours without use', async () => {
    const { caseId } = await aCase(product());
    const { secret } = await openSession({ kind: 'debtor', id: caseId }, 'x');
    product().clock.pass({ hours: 12, ms: -1_000 });
    expect(await readSession(secret)).not.toBeNull();
    product().clock.pass({ hours: 12 });
    expect(await readSession(secret)).toBeNull();
  });

  it('of staff is counted from the last use to the second, not up to a minute early', async () => {
    const { owner } = await forStaff();
    const { secret } = await openSession(owner, 'x');
    product().clock.pass({ ms: 59_000 });
    expect(await readSession(secret)).not.toBeNull();
    product().clock.pass({ minutes: 30, ms: -1_000 });
    expect(await readSession(secret)).not.toBeNull();
  });

  it('of staff ages while a page asks by itself', async () => {
    const { owner } = await forStaff();
    const { secret } = await openSession(owner, 'x');
    for (let index = 0; index < 2; index++) {
      product().clock.pass({ minutes: 14 });
      expect(await readSession(secret, false)).not.toBeNull();
    }
    product().clock.pass({ minutes: 2 });
    expect(await readSession(secret, false)).toBeNull();
  });

  it('of a debtor has its last use written at most once a minute', async () => {
    const { caseId } = await aCase(product());
    const { secret, id } = await openSession({ kind: 'debtor', id: caseId }, 'x');
    const lastSeen = async () =>
      (await product().sql`select last_seen_at from sessions where id = ${id}`)[0]!.last_seen_at as Date;
    const opened = await lastSeen();
    product().clock.pass({ ms: 59_999 });
    await readSession(secret);
    expect(await lastSeen()).toEqual(opened);
    product().clock.pass({ ms: 1 });
    await readSession(secret);
    expect(await lastSeen()).toEqual(product().clock.now());
  });

  it('of somebody who left is over at once', async () => {
    const { owner } = await forStaff();
    const { secret } = await openSession(owner, 'x');
    await product().sql`update staff set active = false where id = ${owner.id}`;
    expect(await readSession(secret)).toBeNull();
  });

  it.each(['', 'x', "' or 1=1 --", 'a'.repeat(5000)])('is not opened by %j', async (secret) => {
    expect(await readSession(secret)).toBeNull();
  });
});

describe('the devices of a person', () => {
  it('are listed, the last used first, without those that are over', async () => {
    const { owner } = await forStaff();
    await openSession(owner, 'Firefox sur Windows');
    product().clock.pass({ minutes: 20 });
    await openSession(owner, 'Safari sur iPhone');
    product().clock.pass({ minutes: 5 });
    expect((await listDevices(owner)).map(({ label }) => label)).toEqual([
      'Safari sur iPhone',
      'Firefox sur Windows'
    ]);
    product().clock.pass({ minutes: 5 });
    expect((await listDevices(owner)).map(({ label }) => label)).toEqual(['Safari sur iPhone']);
  });

  it('are signed out one by one, or all at once, and never those of somebody else', async () => {
    const mine = await forStaff();
    const hers = await forStaff();
    const here = await openSession(mine.owner, 'here');
    const there = await openSession(mine.owner, 'there');
    const other = await openSession(hers.owner, 'other');
    expect(await closeDevice(mine.owner, other.id)).toBe(false);
    expect(await closeDevice({ kind: 'debtor', id: hers.owner.id }, other.id)).toBe(false);
    expect(await closeDevice(mine.owner, there.id)).toBe(true);
    expect(await readSession(there.secret)).toBeNull();
    expect(await readSession(here.secret)).not.toBeNull();
    await closeAllSessions(mine.owner);
    expect(await readSession(here.secret)).toBeNull();
    expect(await readSession(other.secret)).not.toBeNull();
  });

  it('are signed out by the secret too, harmlessly when it is unknown', async () => {
    const { owner } = await forStaff();
    const { secret } = await openSession(owner, 'x');
    await closeSession('nothing');
    await closeSession(secret);
    expect(await readSession(secret)).toBeNull();
  });
});
