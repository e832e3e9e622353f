CREATE TYPE "public"."aid_news_state" AS ENUM('to_tell', 'told', 'not_told');--> statement-breakpoint
CREATE TYPE "public"."law_revision_state" AS ENUM('proposed', 'published', 'rejected');--> statement-breakpoint
CREATE TYPE "public"."law_subject" AS ENUM('parameter', 'right');--> statement-breakpoint
CREATE TABLE "aid_news" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"gain_cents" bigint NOT NULL,
	"state" "aid_news_state" NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "aid_news_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "aid_news_thresholds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"threshold_cents" bigint NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "aid_rescreening_parts" (
	"rescreening_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"cursor" uuid,
	"up_to" uuid,
	"seen" bigint DEFAULT 0 NOT NULL,
	"gained" bigint DEFAULT 0 NOT NULL,
	"unreadable" bigint DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "aid_rescreening_parts_rescreening_id_part_pk" PRIMARY KEY("rescreening_id","part")
);
--> statement-breakpoint
CREATE TABLE "aid_rescreenings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"revision_id" uuid NOT NULL,
	"month" integer NOT NULL,
	"threshold_cents" bigint NOT NULL,
	"started_by_name" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "law_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" "law_subject" NOT NULL,
	"subject_key" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"in_force_on" date NOT NULL,
	"reason" text NOT NULL,
	"state" "law_revision_state" NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	"published_on" date,
	"impact" jsonb,
	CONSTRAINT "law_revisions_two_people" CHECK ("law_revisions"."decided_by" is null or "law_revisions"."decided_by" <> "law_revisions"."proposed_by"),
	CONSTRAINT "law_revisions_decided" CHECK (("law_revisions"."state" = 'proposed') = ("law_revisions"."decided_by" is null) and ("law_revisions"."state" = 'published') = ("law_revisions"."published_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "aid_claims" ADD COLUMN "estimated_cents" bigint;--> statement-breakpoint
ALTER TABLE "aid_news" ADD CONSTRAINT "aid_news_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aid_rescreening_parts" ADD CONSTRAINT "aid_rescreening_parts_rescreening_id_aid_rescreenings_id_fk" FOREIGN KEY ("rescreening_id") REFERENCES "public"."aid_rescreenings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aid_rescreenings" ADD CONSTRAINT "aid_rescreenings_revision_id_law_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."law_revisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "aid_news_once_idx" ON "aid_news" USING btree ("case_id","revision_id");--> statement-breakpoint
CREATE INDEX "aid_news_to_tell_idx" ON "aid_news" USING btree ("case_id") WHERE "aid_news"."state" = 'to_tell';--> statement-breakpoint
CREATE INDEX "aid_news_revision_idx" ON "aid_news" USING btree ("revision_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "aid_rescreenings_one_open_idx" ON "aid_rescreenings" USING btree ("revision_id") WHERE "aid_rescreenings"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "law_revisions_subject_idx" ON "law_revisions" USING btree ("subject","subject_key");--> statement-breakpoint
CREATE INDEX "law_revisions_state_idx" ON "law_revisions" USING btree ("state","decided_at");