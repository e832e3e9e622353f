ALTER TABLE "aid_claims" ADD COLUMN "remind_on" date;--> statement-breakpoint
ALTER TABLE "aid_claims" ADD COLUMN "remind_by_post" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "aid_claims" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "aid_claims_reminder_idx" ON "aid_claims" USING btree ("remind_on") WHERE "aid_claims"."remind_by_post" and "aid_claims"."reminded_at" is null;