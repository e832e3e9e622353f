import { fork, type ChildProcess } from 'node:child_process';
import type { BrowserContext, Page } from '@playwright/test';
import type { ClaimSubject, KeptAnswers } from '../../../src/lib/aids';
import type { ClosingReason } from '../../../src/lib/cases';
import type { QuestionId } from '../../../src/lib/questionnaire';

/** What a test may say of the person it needs; the rest is ordinary. */
export interface PersonWishes {
  /** Somebody follows her; true unless said otherwise. */
  readonly isFollowed?: boolean;
  readonly debts?: readonly {
    readonly creditor?: string;
    readonly principalCents?: number;
    /** How many months ago the first payment was missed. */
    readonly unpaidForMonths?: number;
  }[];
  /** What she answered, as values of `$lib/questionnaire`. */
  readonly answers?: readonly { readonly questionId: QuestionId; readonly value: object }[];
  /** Her saved answers to the simulator, and what a change of the law brought her since, as she was told. */
  readonly aids?: { readonly kept: KeptAnswers; readonly news: readonly ClaimSubject[] };
  /** What her referent said of each of her signals, having seen them. */
  readonly signalWords?: string;
  /** She confirmed an e-mail address. */
  readonly hasEmail?: boolean;
  /** She pays 35 € a month: it was agreed at once, and its first day is two days ago. Wants enough left to live on. */
  readonly agreed?: boolean;
  /** She proposed, and her referent answered with other terms. */
  readonly counter?: boolean;
  /** Her referent closed her case, for this reason. */
  readonly closedFor?: ClosingReason;
}

/** A person of the product under test, signed in. */
export interface MadePerson {
  readonly caseId: string;
  readonly debtIds: readonly string[];
  /** Her plan, when one was wished for. */
  readonly planId: string | null;
  readonly reference: string;
  /** What her browser holds. */
  readonly secret: string;
  /** What the browser of the member of staff of her case holds: her referent, when she is followed. */
  readonly referentSecret: string;
  /** What the browser of the supervisor of her referent's team holds. */
  readonly supervisorSecret: string;
}

/** A link that an e-mail or SMS would carry: into a case, or to a survey. */
export type LinkKind = 'lien' | 'avis';

type Question =
  | { readonly wishes: PersonWishes }
  | { readonly staffEmail: string }
  | { readonly link: LinkKind; readonly caseId: string };

/** What the program that makes people is asked: a person, a session of somebody of the desk, or a link. */
export type PersonRequest = Question & { readonly id: number };

/** What it answers: a person, the secret of a session or of a link, or why there is none. */
export type PersonReply =
  | { readonly id: number; readonly made: MadePerson }
  | { readonly id: number; readonly secret: string }
  | { readonly id: number; readonly fault: string };

let maker: ChildProcess | null = null;
let asked = 0;

/** Makes a person in the product under test. */
export async function makePerson(wishes: PersonWishes = {}): Promise<MadePerson> {
  const reply = await ask({ wishes });
  if ('made' in reply) return reply.made;
  throw new Error('No person was made');
}

/** Opens a session of somebody of the desk, by address, without waiting for a fresh code. Answers what the browser holds. */
export const openDeskSession = (staffEmail: string): Promise<string> => askSecret({ staffEmail });

/** A fresh one-time link into a case: at the hour of the test the rules may hold back what would carry it. */
export const giveLink = (caseId: string): Promise<string> => linkTo('lien', caseId);

/** A fresh link to a survey, after an answer was given. */
export const giveSurvey = (caseId: string): Promise<string> => linkTo('avis', caseId);

async function linkTo(link: LinkKind, caseId: string): Promise<string> {
  return `${process.env.OXYGENE_E2E_URL}/${link}/${await askSecret({ link, caseId })}`;
}

async function askSecret(question: Question): Promise<string> {
  const reply = await ask(question);
  if ('secret' in reply) return reply.secret;
  throw new Error('No secret was given');
}

function ask(question: Question): Promise<PersonReply> {
  const program = (maker ??= startMaker());
  const id = (asked += 1);
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`Making people ended with code ${code}`));
    const answered = (reply: PersonReply) => {
      if (reply.id !== id) return;
      program.off('message', answered).off('exit', ended);
      if ('fault' in reply) reject(new Error(reply.fault));
      else resolve(reply);
    };
    program.on('message', answered).once('exit', ended);
    program.send({ ...question, id } satisfies PersonRequest);
  });
}

/** It ends with the process that asked for it. */
function startMaker(): ChildProcess {
  const program = fork('tests/e2e/support/make-person.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATA_DIR: process.env.OXYGENE_E2E_DATA_DIR },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc']
  });
  program.once('exit', () => (maker = null));
  return program;
}

/** Gives a browser the session of a person, as if she had come in by the door. */
export async function signIn(context: BrowserContext, person: MadePerson): Promise<void> {
  const url = process.env.OXYGENE_E2E_URL ?? '';
  await context.addCookies([{ name: 'oxygene', value: person.secret, url, httpOnly: true, sameSite: 'Lax' }]);
}

/** A new person comes in on this page's browser. */
export async function arrive(page: Page, wishes: PersonWishes = {}) {
  const person = await makePerson(wishes);
  await signIn(page.context(), person);
  return person;
}
