ALTER TABLE "survey_answers" ALTER COLUMN "score" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_tokens" ADD COLUMN "occasion" text NOT NULL DEFAULT 'answer_given';--> statement-breakpoint
ALTER TABLE "survey_tokens" ALTER COLUMN "occasion" DROP DEFAULT;
