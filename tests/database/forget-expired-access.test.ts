import { expect, it } from 'vitest';
import { systemActor } from '$lib/access';
import {
  countTry,
  createLetterCode,
  createLink,
  forgetExpiredAccess,
  openPending,
  openSession,
  readPending,
  readSession
} from '../../src/lib/server/access';
import { enter } from '../../src/lib/server/db';
import { aCase } from '../support/people';
import { testProduct } from '../support/product';

const product = testProduct();

it('the night forgets what is over, and nothing that is not', async () => {
  const { caseId } = await aCase(product());
  const owner = { kind: 'debtor', id: caseId } as const;
  const make = async () => {
    await enter(systemActor('test'), { permission: 'system.seed' }, async (tx) => {
      await createLink(tx, caseId, product().clock.now());
      await createLetterCode(tx, caseId, product().clock.now());
    });
    const pending = await openPending({ caseId, stage: 'link', subject: caseId });
    return { pending, session: (await openSession(owner, 'x')).secret };
  };
  const counts = async () => {
    const { sql } = product();
    const [row] = await sql`select
      (select count(*)::int from access_links where case_id = ${caseId}) as links,
      (select count(*)::int from letter_codes where case_id = ${caseId}) as codes,
      (select count(*)::int from pending_sign_ins) as pending,
      (select count(*)::int from sessions) as sessions,
      (select count(*)::int from rate_limits) as limits`;
    return row;
  };
  await make();
  await countTry('letterRequests', 'OX26-000001');
  product().clock.pass({ days: 6 });
  const fresh = await make();
  await countTry('identify', caseId);

  await forgetExpiredAccess();
  // the letter code lives 90 days, the session a week at most, the count of letters a week
  expect(await counts()).toEqual({ links: 1, codes: 2, pending: 1, sessions: 2, limits: 2 });
  expect(await readPending(fresh.pending)).not.toBeNull();
  expect(await readSession(fresh.session)).not.toBeNull();
  expect(await countTry('letterRequests', 'OX26-000001')).toMatchObject({ ok: false });

  product().clock.pass({ days: 90 });
  await forgetExpiredAccess();
  expect(await counts()).toEqual({ links: 0, codes: 0, pending: 0, sessions: 0, limits: 0 });
});
