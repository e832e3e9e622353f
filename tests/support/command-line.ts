import { localDate, type Result } from '../../src/lib/kernel';
import type { QuestionId, Reply } from '../../src/lib/questionnaire';
import type { Command } from '../../src/lib/server/audit';
import { saveAnswer } from '../../src/lib/server/questionnaire';
import { aCase, type CaseWishes, type TestCase, type TestTeam } from './cases';
import type { TestDatabase } from './database';

/** Where commands are carried out: a database, and the team whose referent follows every case. */
export interface CommandHouse {
  readonly database: TestDatabase;
  readonly team: TestTeam;
}

/** Makes a case of its own with all that a command needs; what comes back carries the command out on it. */
export type CommandLine = (
  house: CommandHouse
) => Promise<(command: Command | undefined) => Promise<Result<unknown, { readonly code: string }>>>;

const RULES = { floorOf: () => null, wordsDueAt: (_kind: string, at: Date) => at };

/** A case that the referent of the team follows. */
export const followed = ({ database, team }: CommandHouse, wishes: CaseWishes = {}) =>
  aCase(database, team.teamId, { referentId: team.referent.staffId, track: 'oxygene', ...wishes });

/** She answers a question. */
export const say = (person: TestCase, questionId: QuestionId, value: object, command?: Command) =>
  saveAnswer(
    person.debtor,
    person.caseId,
    {
      questionId,
      reply: { disposition: 'answered', value } as Reply,
      answeredOn: localDate('2026-11-24')
    },
    RULES,
    command
  );
/** She answers a question by one choice. */
export const choose = (person: TestCase, questionId: QuestionId, choice: string, command?: Command) =>
  say(person, questionId, { kind: 'one_choice', choice }, command);

/** A command that needs nothing but a followed case. */
export const plainly =
  (
    carryOut: (
      person: TestCase,
      command: Command | undefined,
      house: CommandHouse
    ) => ReturnType<Awaited<ReturnType<CommandLine>>>,
    wishes: CaseWishes = {}
  ): CommandLine =>
  async (house) => {
    const person = await followed(house, wishes);
    return (command) => carryOut(person, command, house);
  };
