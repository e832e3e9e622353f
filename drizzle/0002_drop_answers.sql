DROP TABLE "answers" CASCADE;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "instalment_id" uuid;--> statement-breakpoint
DROP TYPE "public"."disposition";