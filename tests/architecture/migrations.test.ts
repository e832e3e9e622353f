import { describe, expect, it } from 'vitest';
import { projectFiles, textOf } from './sources';

/**
 * While a new version takes the place of the one before, both work on the schema of the new one (docs/operations.md).
 * A migration may therefore only add what code that knows nothing of it can live with; what is no longer needed goes
 * with a later version, when nothing that runs reads or writes it.
 */
const migrations = projectFiles.filter((file) => /^drizzle\/\d{4}_\w+\.sql$/.test(file));

/** What the code before trips over, by what it says to whoever wrote it. */
const BREAKS: Readonly<Record<string, RegExp>> = {
  'takes away what the code before reads or calls':
    /\bdrop (table|column|type|view|materialized view|function|schema|policy|role)\b/i,
  'gives another name to what the code before knows': /\brename\b/i,
  'gives another type to what the code before reads and writes': /\balter column \S+ (set data )?type\b/i,
  'wants what the code before does not write': /\balter column \S+ (set not null|drop default)\b/i,
  'wants a column the code before does not write':
    /\badd column (?=[^,]*\bnot null\b)(?![^,]*\b(default|generated)\b)/i,
  'leaves empty what the code before reads': /\balter column \S+ drop not null\b/i,
  'takes a right away': /\brevoke\b/i
};
/** A rule over rows of a table that was there before. */
const NEW_RULE =
  /\balter table (?:only )?("?[\w."]+"?) add constraint \S+ (?:check|unique|foreign key|primary key|exclude)\b|\bcreate unique index (?:if not exists )?\S+ on ("?[\w."]+"?)/i;

const bare = (name: string) => name.replace(/"|public\./g, '').toLowerCase();

/** The statements of a migration, without comments; the body of a function is one statement with it. */
function statementsOf(text: string): string[] {
  const bodies: string[] = [];
  return text
    .replace(/--> statement-breakpoint/g, ';')
    .replace(/--.*$/gm, '')
    .replace(/\(\d+, ?\d+\)/g, '')
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, (body) => `«${bodies.push(body) - 1}»`)
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '');
}

/** What is wrong with a migration for the code before it, one line a statement. */
function breaksIn(text: string): string[] {
  const statements = statementsOf(text);
  const created = new Set(
    statements.flatMap((one) => {
      const name = /^create table (?:if not exists )?("?[\w."]+"?)/i.exec(one)?.[1];
      return name ? [bare(name)] : [];
    })
  );
  return statements.flatMap((one) => {
    const rule = NEW_RULE.exec(one);
    const ruled = rule?.[1] ?? rule?.[2];
    const found = Object.entries(BREAKS).flatMap(([why, pattern]) => (pattern.test(one) ? [why] : []));
    if (ruled && !created.has(bare(ruled))) found.push('refuses rows the code before may write');
    return found.map((why) => `${why}: ${one.slice(0, 90)}`);
  });
}

/**
 * Migrations that break the code before them, with the reason why that was no harm. No version was released yet: none of
 * these ever met code that was running. With the first release this list is closed.
 */
const NEVER_RELEASED = 'made before the first release, on a schema no other version worked on';
const KNOWN: Readonly<Record<string, string>> = {
  '0002_drop_answers': NEVER_RELEASED,
  '0004_promised_at_is_computed': NEVER_RELEASED,
  '0006_sign_ins_count_by_subject': NEVER_RELEASED,
  '0008_survey_occasions': NEVER_RELEASED,
  '0016_closed_cases': NEVER_RELEASED,
  '0017_closing_cases': NEVER_RELEASED,
  '0020_aid_news_sum': NEVER_RELEASED,
  '0022_aid_news_about': NEVER_RELEASED,
  '0028_stand_in_ends':
    'the policy is made again in the same transaction; the code before only sees it end in time'
};
const nameOf = (file: string) => /(\d{4}_\w+)\.sql$/.exec(file)![1]!;

describe('a migration leaves the code before it working', () => {
  it.each(migrations.filter((file) => !KNOWN[nameOf(file)]))('%s', (file) => {
    expect(breaksIn(textOf(file))).toEqual([]);
  });

  it('or stands in a list with a reason, which no migration stands in without need', () => {
    const breaking = migrations.filter((file) => breaksIn(textOf(file)).length > 0).map(nameOf);
    expect(Object.keys(KNOWN).sort()).toEqual(breaking.sort());
  });

  it.each([
    'ALTER TABLE "debts" DROP COLUMN "kind"',
    'DROP TABLE debts',
    'ALTER TABLE "debts" RENAME COLUMN "kind" TO "sort"',
    "ALTER TYPE track RENAME VALUE 'classic' TO 'plain'",
    'ALTER TABLE "debts" ADD COLUMN "age" integer NOT NULL',
    "ALTER TABLE debts\n  ADD COLUMN a text DEFAULT '',\n  ADD COLUMN b integer NOT NULL",
    'ALTER TABLE "debts" ADD COLUMN "rate" numeric(10, 2) NOT NULL',
    'ALTER TABLE "debts" ALTER COLUMN "kind" SET NOT NULL',
    'ALTER TABLE "debts" ALTER COLUMN "kind" DROP DEFAULT',
    'ALTER TABLE "debts" ALTER COLUMN "kind" DROP NOT NULL',
    'ALTER TABLE "debts" ALTER COLUMN "kind" SET DATA TYPE text',
    'ALTER TABLE "debts" ADD CONSTRAINT "whole" CHECK (paid_cents >= 0)',
    'ALTER TABLE "debts" ADD CONSTRAINT "one" UNIQUE ("contract_reference")',
    'CREATE UNIQUE INDEX "one" ON "debts" USING btree ("contract_reference")',
    'REVOKE SELECT ON debts FROM oxygene_app',
    'CREATE TABLE "other" ("id" uuid);--> statement-breakpoint\nDROP FUNCTION app.say'
  ])('does not let through: %s', (text) => {
    expect(breaksIn(text)).toHaveLength(1);
  });

  it.each([
    'ALTER TABLE "debts" ADD COLUMN "age" integer',
    'ALTER TABLE "debts" ADD COLUMN "age" integer DEFAULT 0 NOT NULL',
    'CREATE INDEX "some" ON "debts" USING btree ("kind")',
    'CREATE TABLE "new" ("id" uuid NOT NULL); CREATE UNIQUE INDEX "one" ON "new" USING btree ("id")',
    'CREATE TABLE "new" ("id" uuid); ALTER TABLE "new" ADD CONSTRAINT "a" FOREIGN KEY ("id") REFERENCES "public"."debts"("id")',
    'ALTER TYPE "plan_state" ADD VALUE \'ended\'',
    '-- DROP TABLE debts\nSELECT 1',
    'CREATE FUNCTION app.f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE mine; END $$'
  ])('lets through: %s', (text) => {
    expect(breaksIn(text)).toEqual([]);
  });
});
