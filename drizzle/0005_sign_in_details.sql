ALTER TABLE "one_time_codes" ADD COLUMN "recipient_sealed" text;--> statement-breakpoint
ALTER TABLE "pending_sign_ins" ADD COLUMN "letter_code_id" uuid;--> statement-breakpoint
ALTER TABLE "pending_sign_ins" ADD COLUMN "subject" text DEFAULT '' NOT NULL;