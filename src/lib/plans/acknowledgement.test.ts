import { describe, expect, it } from 'vitest';
import { MAY_ACKNOWLEDGE, requiresAcknowledgementWarning, type DebtAct } from './acknowledgement';

describe('the warning before acknowledging', () => {
  it.each<DebtAct>(['propose_plan', 'propose_rest', 'accept_counter', 'accept_smaller', 'pay'])(
    'is shown before: %s',
    (act) => expect(requiresAcknowledgementWarning(act)).toBe(true)
  );

  it.each<DebtAct>([
    'read',
    'sign_in',
    'ask',
    'fill_budget',
    'answer_questionnaire',
    'send_papers',
    'dispute',
    'say_not_me',
    'say_cannot_pay',
    'talk',
    'pass_a_month'
  ])('is not shown, and nothing is recorded, for: %s', (act) => {
    expect(MAY_ACKNOWLEDGE[act]).toBe(false);
    expect(requiresAcknowledgementWarning(act)).toBe(false);
  });

  it('is not shown again for an instalment of a plan she agreed to, but is for another plan', () => {
    expect(requiresAcknowledgementWarning('pay', { coveredByPlan: true })).toBe(false);
    expect(requiresAcknowledgementWarning('accept_smaller', { coveredByPlan: true })).toBe(true);
  });
});
