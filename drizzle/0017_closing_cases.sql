CREATE TYPE "public"."closing_reason" AS ENUM('paid', 'plan_kept', 'given_back', 'not_owed', 'time_barred', 'erased_by_decision', 'other');--> statement-breakpoint
ALTER TYPE "public"."plan_state" ADD VALUE 'ended';--> statement-breakpoint
DROP INDEX "case_files_referent_worklist_idx";--> statement-breakpoint
DROP INDEX "case_files_referent_name_idx";--> statement-breakpoint
DROP INDEX "case_files_team_routing_idx";--> statement-breakpoint
ALTER TABLE "case_files" ADD COLUMN "closing_reason" "closing_reason";--> statement-breakpoint
CREATE INDEX "case_files_referent_worklist_idx" ON "case_files" USING btree ("referent_id","need_rank","promised_at") WHERE promised_at is not null;--> statement-breakpoint
CREATE INDEX "case_files_referent_name_idx" ON "case_files" USING btree ("referent_id","display_name");--> statement-breakpoint
CREATE INDEX "case_files_team_routing_idx" ON "case_files" USING btree ("team_id","need_rank","routing_requested_at") WHERE routing_requested_at is not null;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_closing_reason" CHECK (closing_reason is null or closed_at is not null);