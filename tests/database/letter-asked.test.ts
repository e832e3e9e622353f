import { expect, it } from 'vitest';
import { localDate } from '$lib/kernel';
import { systemActor } from '$lib/access';
import { createLetterCode } from '../../src/lib/server/access';
import { enter } from '../../src/lib/server/db';
import { askForLetter, giveLetterCode, reportSituation } from '../../src/lib/server/entry';
import { saveAnswer } from '../../src/lib/server/questionnaire';
import { aCase, type TestCase } from '../support/people';
import { testProduct } from '../support/product';

const product = testProduct();
const address = '192.0.2.9';
const EIGHT_DAYS = { minutes: 8 * 24 * 60 };

async function isAfraid(her: TestCase): Promise<void> {
  const value = { kind: 'one_choice', choice: 'worries_me' } as const;
  const input = {
    questionId: 'money_control',
    reply: { disposition: 'answered', value },
    answeredOn: localDate('2026-11-24')
  } as const;
  const rules = { floorOf: () => null, wordsDueAt: () => product().clock.now() };
  expect(await saveAnswer(her.actor, her.caseId, input, rules)).toMatchObject({ ok: true });
}

async function isSomebodyElse(her: TestCase): Promise<void> {
  const situation = { kind: 'not_me', words: '', replyTo: '' } as const;
  const told = await reportSituation({ kind: 'signed_in', actor: her.actor }, situation);
  expect(told).toMatchObject({ ok: true });
}

it.each([
  ['her mail is not safe at home', isAfraid],
  ['it may be somebody else who lives there', isSomebodyElse]
])('a letter with a code does not leave where %s, whoever asks', async (_, known) => {
  const her = await aCase(product());
  const at = product().clock.now();
  const code = await enter(systemActor('seed'), { permission: 'system.seed' }, (tx) =>
    createLetterCode(tx, her.caseId, at)
  );
  await known(her);
  for (let times = 0; times < 2; times++) {
    const asked = await askForLetter({
      reference: her.reference,
      address,
      origin: 'https://oxygene.example'
    });
    // who asks learns nothing
    expect(asked).toEqual({ ok: true, value: true });
    product().clock.pass(EIGHT_DAYS);
  }
  expect(await product().sql`select from deliveries where case_id = ${her.caseId}`).toHaveLength(0);
  const refused = await product()
    .sql`select from contacts where case_id = ${her.caseId} and channel = 'letter' and state = 'refused'`;
  expect(refused).toHaveLength(2);
  // codes of letters that did not leave would have taken the place of hers
  expect(await giveLetterCode({ reference: her.reference, code, address })).toMatchObject({ ok: true });
});
