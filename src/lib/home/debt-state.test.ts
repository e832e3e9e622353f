import { describe, expect, it } from 'vitest';
import { debtState, type DebtFacts } from './debt-state';

const PLAIN: DebtFacts = {
  caseClosed: false,
  paymentsStopped: false,
  disputed: false,
  holds: [],
  plan: null
};

describe('where a line stands', () => {
  it('is open when nothing holds it and no plan covers it', () => {
    expect(debtState(PLAIN)).toBe('open');
  });

  it.each([
    ['proposed', 'waiting_for_answer'],
    ['countered', 'reading_counter'],
    ['accepted', 'in_agreement'],
    ['running', 'in_agreement'],
    ['adapted', 'in_agreement'],
    ['suspended', 'agreement_suspended'],
    ['explained', 'open'],
    ['withdrawn', 'open']
  ] as const)('with a plan that is %s, it is %s', (plan, state) => {
    expect(debtState({ ...PLAIN, plan })).toBe(state);
  });

  it.each(['nothing_left', 'limitation_expired', 'limitation_to_review', 'item_missing'] as const)(
    'says %s before any plan',
    (hold) => {
      expect(debtState({ ...PLAIN, holds: [hold], plan: 'accepted' })).toBe(hold);
    }
  );

  it('says that a human must look before it says that a paper is missing', () => {
    expect(debtState({ ...PLAIN, holds: ['item_missing', 'limitation_to_review'] })).toBe(
      'limitation_to_review'
    );
  });

  it('says that she disputes it before anything found about it', () => {
    expect(debtState({ ...PLAIN, disputed: true, holds: ['limitation_to_review'] })).toBe('disputed');
  });

  it('says that the case is over before anything else', () => {
    const facts = { caseClosed: true, paymentsStopped: true, disputed: true, plan: 'running' } as const;
    expect(debtState({ ...facts, holds: ['nothing_left'] })).toBe('case_closed');
  });

  it('says that the law stops payments before all else on an open case', () => {
    expect(debtState({ ...PLAIN, paymentsStopped: true, disputed: true, plan: 'running' })).toBe(
      'payments_stopped'
    );
  });
});
