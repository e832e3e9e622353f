import { cents, dayInZone, type CaseId, type StaffId } from '$lib/kernel';
import { CURRENT_WARNING, type PlanTerms } from '$lib/plans';
import type { AnswerValue, QuestionId } from '$lib/questionnaire';
import { findCaseByReference } from '../../access';
import { decideTrack } from '../../backoffice';
import { selectCaseHead } from '../../cases';
import { reportSituation } from '../../entry';
import { postMessage, replyToPerson } from '../../messaging';
import { newId } from '../../platform/ids';
import { now, useClock } from '../../platform/runtime';
import { systemClock } from '../../platform/clock';
import { loadPlans, proposePlan, questionnaireRules } from '../../plans';
import { saveAnswer } from '../../questionnaire';
import { enter } from '../enter';
import { SEED } from './seed-actor';
import type { SeededPerson, SeededStaff } from './people';

/** Something that happened in a case before the visitor came: told through the ordinary use cases. */
interface Story {
  readonly reference: string;
  readonly track: 'oxygene' | 'oxygene_plus';
  readonly reason: string;
  readonly isFollowedBy: 'referent' | 'secondReferent';
  /** What she answered, the day before the visitor came. */
  readonly answers?: readonly StoryAnswer[];
  readonly lines: readonly StoryLine[];
  /** What she proposed the day before the visitor came; her referent has not answered yet. */
  readonly proposes?: PlanTerms;
}

interface StoryAnswer {
  readonly questionId: QuestionId;
  readonly value: AnswerValue;
}

interface StoryLine {
  readonly from: 'debtor' | 'staff';
  readonly daysAgo: number;
  readonly text: string;
}

const one = (questionId: QuestionId, choice: string): StoryAnswer => ({
  questionId,
  value: { kind: 'one_choice', choice }
});
const several = (questionId: QuestionId, ...choices: string[]): StoryAnswer => ({
  questionId,
  value: { kind: 'several_choices', choices }
});

const STORIES: readonly Story[] = [
  {
    reference: 'OX26-000029',
    track: 'oxygene',
    reason: 'Perte d’emploi récente, deux contrats en retard : une seule personne doit répondre.',
    isFollowedBy: 'referent',
    answers: [
      one('first_need', 'postpone'),
      one('recent_change', 'work'),
      several('income_sources', 'unemployment', 'housing_benefit'),
      { questionId: 'left_over', value: { kind: 'left_over', bound: 'nothing' } },
      one('going_without', 'sometimes'),
      several('other_urgent', 'rent')
    ],
    lines: [
      {
        from: 'debtor',
        daysAgo: 6,
        text: 'Bonjour, j’ai perdu mon travail en septembre. Je ne sais pas par où commencer.'
      },
      {
        from: 'staff',
        daysAgo: 5,
        text: 'Bonjour, merci d’avoir écrit. On commence par ce qui reste pour vivre, à votre rythme. Je reviens vers vous jeudi.'
      },
      {
        from: 'debtor',
        daysAgo: 1,
        text: 'D’accord. J’ai retrouvé ma dernière lettre, je peux vous envoyer une photo ?'
      }
    ]
  },
  {
    reference: 'OX26-000032',
    track: 'oxygene',
    reason: 'Demande à ne plus être appelée, échanges par écrit seulement.',
    isFollowedBy: 'referent',
    answers: [
      one('first_need', 'be_heard'),
      several('channel', 'message'),
      several('exchange_needs', 'no_phone', 'written_recap', 'more_time')
    ],
    lines: [
      { from: 'debtor', daysAgo: 3, text: 'Je préfère écrire. Le téléphone m’angoisse.' },
      {
        from: 'staff',
        daysAgo: 2,
        text: 'C’est noté : nous vous écrivons, nous n’appelons plus. Vous pouvez changer d’avis quand vous voulez.'
      }
    ]
  },
  {
    reference: 'OX26-000023',
    track: 'oxygene',
    reason: 'Petite somme, revenus irréguliers : de très petits versements suffisent.',
    isFollowedBy: 'referent',
    answers: [one('first_need', 'pay_smaller'), one('unexpected_expense', 'no')],
    lines: [{ from: 'debtor', daysAgo: 2, text: 'Est-ce que 15 € par mois, ça irait ?' }],
    proposes: {
      kind: 'rest_then_instalments',
      restMonths: 1,
      instalmentCents: cents(1500),
      rhythm: { kind: 'monthly', dayOfMonth: 10 }
    }
  },
  {
    reference: 'OX26-000040',
    track: 'oxygene_plus',
    reason: 'Plusieurs retards à la fois et peu d’aides demandées.',
    isFollowedBy: 'secondReferent',
    lines: [
      {
        from: 'debtor',
        daysAgo: 4,
        text: 'Une assistante sociale m’aide depuis hier. Elle peut vous écrire ?'
      }
    ]
  }
];

/** Nobody follows them yet: a supervisor decides. */
const TO_ROUTE: readonly { readonly reference: string; readonly answers: readonly StoryAnswer[] }[] = [
  {
    reference: 'OX26-000052',
    answers: [one('recent_change', 'separation'), one('going_without', 'often')]
  },
  { reference: 'OX26-000061', answers: [one('overindebtedness_file', 'receivable')] }
];

const NOT_ME = 'OX26-000011';
const HOUR_MS = 3_600_000;

/** Lets the stories happen, each once, at their own time. */
export async function seedStories(staff: SeededStaff): Promise<void> {
  const today = now();
  try {
    for (const story of STORIES) await tell(story, staff, today);
    for (const { reference, answers } of TO_ROUTE) await tellAnswers(reference, answers, today);
    await tellNotMe(today);
  } finally {
    useClock(systemClock);
  }
}

async function tell(story: Story, staff: SeededStaff, today: Date): Promise<void> {
  const caseId = await caseOf(story.reference);
  if (!caseId || (await headOf(caseId)).referentId) return;
  const follower = staff[story.isFollowedBy];
  const firstDay = Math.max(...story.lines.map(({ daysAgo }) => daysAgo));
  setClock(today, firstDay + 1, 9);
  await route(story, caseId, staff.supervisor, follower.actor.staffId);
  for (const line of story.lines) {
    setClock(today, line.daysAgo, line.from === 'debtor' ? 21 : 10);
    const command = { id: newId<'command'>(now()), input: line.text };
    if (line.from === 'debtor') await postMessage({ kind: 'debtor', caseId }, caseId, line, command);
    else await replyToPerson(follower.actor, caseId, line, command);
  }
  // the answers came last, so that the words owed about them are still owed
  setClock(today, 1, 20);
  await answer(caseId, story.answers ?? []);
  if (story.proposes) await propose(story.reference, caseId, story.proposes, today);
}

async function tellAnswers(reference: string, answers: readonly StoryAnswer[], today: Date): Promise<void> {
  const caseId = await caseOf(reference);
  if (!caseId || (await headOf(caseId)).questionnaireStartedAt) return;
  setClock(today, 1, 20);
  await answer(caseId, answers);
}

async function answer(caseId: CaseId, answers: readonly StoryAnswer[]): Promise<void> {
  const answeredOn = dayInZone(now(), 'Europe/Paris');
  for (const { questionId, value } of answers) {
    const reply = { disposition: 'answered', value } as const;
    const saved = await saveAnswer(
      { kind: 'debtor', caseId },
      caseId,
      { questionId, reply, answeredOn },
      questionnaireRules(now())
    );
    if (!saved.ok) throw new Error(`${questionId}: ${saved.why.code}`);
  }
}

async function propose(reference: string, caseId: CaseId, terms: PlanTerms, today: Date): Promise<void> {
  setClock(today, 1, 19);
  const actor = { kind: 'debtor', caseId } as const;
  const { situation } = await loadPlans(actor, caseId);
  const debtIds = situation.context.debts.map(({ debtId }) => debtId);
  const proposed = await proposePlan(actor, caseId, {
    proposal: { debtIds, terms },
    acknowledged: CURRENT_WARNING.version
  });
  if (!proposed.ok) throw new Error(`${reference}: ${proposed.why.code}`);
}

async function route(story: Story, caseId: CaseId, by: SeededPerson, referentId: StaffId): Promise<void> {
  const { track, reason } = story;
  const decided = await decideTrack(by.actor, caseId, { track, reason, referentId });
  if (!decided.ok) throw new Error(`${story.reference}: ${decided.why.code}`);
}

async function tellNotMe(today: Date): Promise<void> {
  const caseId = await caseOf(NOT_ME);
  if (!caseId || (await headOf(caseId)).identity !== 'unconfirmed') return;
  setClock(today, 1, 12);
  await reportSituation(
    { kind: 'signed_in', actor: { kind: 'debtor', caseId } },
    { kind: 'not_me', words: 'Je reçois des courriers pour quelqu’un qui n’habite pas ici.', replyTo: '' }
  );
}

function setClock(today: Date, daysAgo: number, hour: number): void {
  const day = new Date(today.getTime() - daysAgo * 24 * HOUR_MS);
  day.setUTCHours(hour, 12, 0, 0);
  useClock({ now: () => day });
}

function caseOf(reference: string): Promise<CaseId | null> {
  return enter(SEED, { permission: 'system.seed' }, (tx) => findCaseByReference(tx, reference));
}

function headOf(caseId: CaseId) {
  return enter(SEED, { permission: 'system.seed', caseId }, (tx) => selectCaseHead(tx, caseId));
}
