import { date, foreignKey, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { caseFiles } from './cases';
import { caseIdColumn, instant, rowId } from './columns';

/** That a person was asked, and when: at most once in 90 days. Says nothing of whether or what she answered. */
export const surveyInvitations = pgTable(
  'survey_invitations',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    occasion: text('occasion').notNull(),
    invitedAt: instant('invited_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    foreignKey({
      name: 'survey_invitations_case_fk',
      columns: [table.caseId],
      foreignColumns: [caseFiles.id]
    }).onDelete('cascade')
  ]
);

/**
 * What opens /avis/TOKEN. The case is sealed with a key derived from the token itself, so only who holds the link
 * can say which case it is (to be called back): the base alone cannot join an answer to a person.
 */
export const surveyTokens = pgTable('survey_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  sealedWithToken: text('sealed_with_token').notNull(),
  teamId: uuid('team_id').notNull(),
  referentId: uuid('referent_id'),
  // answer_given, plan_set or dispute_closed: which question is asked
  occasion: text('occasion').notNull(),
  expiresOn: date('expires_on').notNull(),
  callBackAskedAt: instant('call_back_asked_at')
});

/** Answers, without any path to the case. The day is enough: an instant could be matched with a visit. */
export const surveyAnswers = pgTable(
  'survey_answers',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    teamId: uuid('team_id').notNull(),
    referentId: uuid('referent_id'),
    // 4 very, 3 rather, 2 rather not, 1 not at all satisfied; null: she chose not to answer
    score: integer('score'),
    commentSealed: text('comment_sealed'),
    answeredOn: date('answered_on').notNull()
  },
  (table) => [uniqueIndex('survey_answers_token_idx').on(table.tokenHash)]
);

/**
 * "Vous l'avez dit, nous l'avons fait": what people said and what was done, as everybody reads it. Of the house, about nobody;
 * what was taken back is kept, and no longer shown.
 */
export const opinionOutcomes = pgTable('opinion_outcomes', {
  id: uuid('id').primaryKey(),
  said: text('said').notNull(),
  done: text('done').notNull(),
  doneOn: date('done_on').notNull(),
  publishedBy: uuid('published_by').notNull(),
  publishedByName: text('published_by_name').notNull(),
  publishedAt: instant('published_at').notNull(),
  withdrawnAt: instant('withdrawn_at')
});
