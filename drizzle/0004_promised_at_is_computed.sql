ALTER TABLE "case_files" ADD COLUMN "proposal_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_files" DROP COLUMN "promised_at";--> statement-breakpoint
ALTER TABLE "case_files" ADD COLUMN "promised_at" timestamp with time zone GENERATED ALWAYS AS (least(reply_due_at, signal_words_due_at, proposal_due_at, urgent_since)) STORED;--> statement-breakpoint
CREATE INDEX "case_files_referent_worklist_idx" ON "case_files" USING btree ("referent_id","need_rank","promised_at") WHERE open and promised_at is not null;
