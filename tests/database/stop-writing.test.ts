import { expect, it } from 'vitest';
import { systemActor } from '$lib/access';
import type { CaseId } from '$lib/kernel';
import { createLink } from '../../src/lib/server/access';
import { listRegister, loadContactSituation, setPreferences } from '../../src/lib/server/contact-policy';
import { enter } from '../../src/lib/server/db';
import { openLink, stopWriting } from '../../src/lib/server/entry';
import { aCase } from '../support/people';
import { testProduct } from '../support/product';

const product = testProduct();

const aLink = (caseId: CaseId) =>
  enter(systemActor('seed'), { permission: 'system.seed' }, (tx) =>
    createLink(tx, caseId, product().clock.now())
  );

it('no e-mail and no SMS any more, from the link of one, without coming in; the link still opens', async () => {
  const her = await aCase(product());
  const other = await aCase(product());
  const link = await aLink(her.caseId);
  for (let times = 0; times < 2; times++) expect(await stopWriting(link)).toEqual({ ok: true, value: true });
  expect((await listRegister(her.actor, her.caseId)).ownChoices.refusedChannels).toEqual(['email', 'sms']);
  expect((await listRegister(other.actor, other.caseId)).ownChoices.refusedChannels).toEqual([]);
  const changes = await product()
    .sql`select actor_kind from audit_events where case_id = ${her.caseId} and action = 'preferences.changed'`;
  expect(changes).toMatchObject([{ actor_kind: 'system' }]);
  expect(await openLink(link)).toMatchObject({ ok: true });
});

it('keeps what she refused before: after the telephone, the silence of the policy begins', async () => {
  const her = await aCase(product());
  await setPreferences(her.actor, her.caseId, { refusedChannels: ['call'], saturdayCalls: false });
  await stopWriting(await aLink(her.caseId));
  const { keptPreferences } = await enter(systemActor('seed'), { permission: 'system.seed' }, (tx) =>
    loadContactSituation(tx, her.caseId, product().clock.now())
  );
  expect(keptPreferences).toMatchObject({
    refusedChannels: ['email', 'sms', 'call', 'voicemail'],
    allRefusedOn: '2026-11-21'
  });
});

it('does nothing with a link that is over, unknown or used', async () => {
  const her = await aCase(product());
  const [old, used] = [await aLink(her.caseId), await aLink(her.caseId)];
  await openLink(used);
  expect(await stopWriting(used)).toMatchObject({ why: { code: 'link_over' } });
  product().clock.pass({ minutes: 72 * 60 });
  for (const secret of [old, 'nobody'])
    expect(await stopWriting(secret)).toMatchObject({ why: { code: 'link_over' } });
  expect((await listRegister(her.actor, her.caseId)).ownChoices.refusedChannels).toEqual([]);
});
