ALTER TABLE "case_files" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "case_files_closed_idx" ON "case_files" USING btree ("closed_at");--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_closed_once" CHECK (open = (closed_at is null));