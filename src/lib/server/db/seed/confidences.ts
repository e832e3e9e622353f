import { dayInZone, cents, type CaseId } from '$lib/kernel';
import { CURRENT_WARNING } from '$lib/plans';
import type { AnswerValue, QuestionId } from '$lib/questionnaire';
import { findCaseByReference } from '../../access';
import { selectCaseHead, selectDebts } from '../../cases';
import { now } from '../../platform/runtime';
import { proposePlan, questionnaireRules } from '../../plans';
import { saveAnswer } from '../../questionnaire';
import { enter } from '../enter';
import { SEED } from './seed-actor';

/** What somebody of the demonstration has answered or proposed before the visitor came. */
interface Confidence {
  readonly reference: string;
  readonly answers: readonly (readonly [QuestionId, AnswerValue])[];
  /** Euros a month, on the 5th. */
  readonly proposesEuros?: number;
}

const one = (choice: string): AnswerValue => ({ kind: 'one_choice', choice }) as AnswerValue;
const several = (...choices: string[]): AnswerValue => ({ kind: 'several_choices', choices }) as AnswerValue;
const leftOver = (euros: number): AnswerValue => ({
  kind: 'left_over',
  bound: 'about',
  amountCents: cents(euros * 100)
});

/** The first three are followed by the demonstration referent; the last two wait for a decision. */
const CONFIDENCES: readonly Confidence[] = [
  {
    reference: 'OX26-000029',
    answers: [
      ['first_need', one('pay_smaller')],
      ['recent_change', one('work')],
      ['left_over', leftOver(850)],
      ['exchange_needs', several('written_recap')]
    ]
  },
  { reference: 'OX26-000032', answers: [['exchange_needs', several('no_phone')]] },
  {
    reference: 'OX26-000023',
    answers: [
      ['first_need', one('pay_smaller')],
      ['left_over', leftOver(820)]
    ],
    proposesEuros: 5
  },
  {
    reference: 'OX26-000044',
    answers: [
      ['going_without', one('often')],
      ['left_over', { kind: 'left_over', bound: 'nothing' }]
    ]
  },
  { reference: 'OX26-000051', answers: [['recent_change', one('separation')]] }
];

/** Lets these people confide what they do, each once. */
export async function seedConfidences(): Promise<void> {
  for (const confidence of CONFIDENCES) {
    const caseId = await enter(SEED, { permission: 'system.seed' }, (tx) =>
      findCaseByReference(tx, confidence.reference)
    );
    if (caseId) await confide(confidence, caseId);
  }
}

async function confide({ reference, answers, proposesEuros }: Confidence, caseId: CaseId): Promise<void> {
  const { head, debts } = await enter(SEED, { permission: 'system.seed', caseId }, async (tx) => ({
    head: await selectCaseHead(tx, caseId),
    debts: await selectDebts(tx, caseId)
  }));
  if (head.questionnaireStartedAt) return;
  const actor = { kind: 'debtor', caseId } as const;
  const answeredOn = dayInZone(now(), head.timeZone);
  for (const [questionId, value] of answers) {
    const reply = { disposition: 'answered', value } as const;
    const input = { questionId, reply, answeredOn };
    const saved = await saveAnswer(actor, caseId, input, questionnaireRules(now()));
    if (!saved.ok) throw new Error(`${reference}, ${questionId}: ${saved.why.code}`);
  }
  if (proposesEuros === undefined) return;
  const proposal = {
    debtIds: debts.map(({ id }) => id),
    terms: {
      kind: 'instalments',
      instalmentCents: cents(proposesEuros * 100),
      rhythm: { kind: 'monthly', dayOfMonth: 5 }
    }
  } as const;
  const acknowledged = CURRENT_WARNING.version;
  const proposed = await proposePlan(actor, caseId, { proposal, acknowledged });
  if (!proposed.ok) throw new Error(`${reference}: ${proposed.why.code}`);
}
