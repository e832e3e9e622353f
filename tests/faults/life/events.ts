import fc from 'fast-check';
import type { Channel, Purpose } from '../../../src/lib/contact-policy';
import { cents } from '../../../src/lib/kernel';
import type { PlanEvent, PlanTerms, Rhythm } from '../../../src/lib/plans';

/** Silences that something she lives through brings; each has its length in the policy, or lasts until it is ended. */
export const SILENCES = [
  'asked_by_person',
  'bereavement',
  'health',
  'distress',
  'debt_adviser',
  'surendettement_filed',
  'identity_problem'
] as const;

/** One of them. */
export type SilenceReason = (typeof SILENCES)[number];

/** Something that happens in the life of a case. Whether it is possible just then, the rules say. */
export type LifeEvent =
  | { readonly what: 'propose'; readonly terms: PlanTerms; readonly debts: number }
  | { readonly what: 'plan'; readonly name: PlanEvent['name'] }
  /** What is due by now, or this much when given. */
  | { readonly what: 'pay'; readonly amountCents: number | null }
  | { readonly what: 'skip' | 'miss'; readonly which: number }
  | { readonly what: 'dispute' | 'end_dispute' | 'too_much' | 'she_calls' | 'close' | 'reopen' }
  | { readonly what: 'silence' | 'end_silence'; readonly reason: SilenceReason }
  | { readonly what: 'refuse'; readonly channels: readonly Channel[] }
  | {
      readonly what: 'contact';
      readonly channel: Channel;
      readonly purpose: Purpose;
      /** When a rule says "later", it is tried again at the instant the rule gave. */
      readonly waits: boolean;
      readonly isAnswered: boolean;
    };

/** An event, and how long after the one before. */
export interface LaterEvent {
  readonly days: number;
  readonly minutes: number;
  readonly event: LifeEvent;
}

const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('weekly' as const, 'fortnightly' as const),
    weekday: fc.integer({ min: 1, max: 7 })
  }),
  fc.record({
    kind: fc.constantFrom('monthly' as const, 'payday' as const),
    dayOfMonth: fc.integer({ min: 1, max: 31 })
  })
);
const instalmentCents = fc.integer({ min: 300, max: 40_000 }).map(cents);
const terms: fc.Arbitrary<PlanTerms> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('instalments' as const), instalmentCents, rhythm }) },
  fc.record({ kind: fc.constant('rest' as const), restMonths: fc.integer({ min: 0, max: 4 }) }),
  fc.record({
    kind: fc.constant('rest_then_instalments' as const),
    restMonths: fc.integer({ min: 1, max: 3 }),
    instalmentCents,
    rhythm
  }),
  fc.record({
    kind: fc.constant('symbolic' as const),
    instalmentCents: fc.integer({ min: 100, max: 1_000 }).map(cents),
    rhythm,
    months: fc.integer({ min: 1, max: 7 })
  })
);

/** The oftener, the likelier. */
const PLAN_EVENTS: readonly PlanEvent['name'][] = [
  ...Array<'accept'>(8).fill('accept'),
  ...Array<'start'>(5).fill('start'),
  ...Array<'accept_counter'>(5).fill('accept_counter'),
  'counter',
  'counter',
  ...Array<'cancel'>(5).fill('cancel'),
  'complete',
  'complete',
  'resume',
  'resume',
  'keep_mine',
  'explain',
  'withdraw',
  'adapt',
  'suspend'
];

const event: fc.Arbitrary<LifeEvent> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('propose' as const),
      terms,
      debts: fc.integer({ min: 1, max: 3 })
    })
  },
  {
    weight: 7,
    arbitrary: fc.record({ what: fc.constant('plan' as const), name: fc.constantFrom(...PLAN_EVENTS) })
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('pay' as const),
      amountCents: fc.option(fc.integer({ min: 1, max: 25_000 }), { freq: 3 })
    })
  },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constantFrom('skip' as const, 'miss' as const), which: fc.nat(5) })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'dispute' as const,
        'end_dispute' as const,
        'too_much' as const,
        'she_calls' as const,
        'reopen' as const,
        'reopen' as const,
        'close' as const
      )
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom('silence' as const, 'end_silence' as const),
      reason: fc.constantFrom(...SILENCES)
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('refuse' as const),
      channels: fc.subarray(['sms', 'call', 'email'] as const)
    })
  },
  {
    weight: 16,
    arbitrary: fc.record({
      what: fc.constant('contact' as const),
      channel: fc.constantFrom<Channel>(
        'letter',
        'email',
        'email',
        'sms',
        'call',
        'call',
        'push',
        'voicemail'
      ),
      purpose: fc.constantFrom<Purpose>(
        'follow_up',
        'follow_up',
        'demand',
        'survey',
        'due_reminder',
        'receipt'
      ),
      waits: fc.boolean(),
      isAnswered: fc.boolean()
    })
  }
);

/** A life: what happens, one thing after the other, over some years. */
export const aLife: fc.Arbitrary<readonly LaterEvent[]> = fc.array(
  fc.record({
    days: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 7, 15, 30, 90),
    minutes: fc.constantFrom(0, 3, 60, 317, 540, 733),
    event
  }),
  { minLength: 60, maxLength: 140, size: 'max' }
);
