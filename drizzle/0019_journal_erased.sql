-- The journals are append-only for the application, which may erase a line once it was kept for five years (RETENTION of
-- src/lib/privacy) and never before: the age is judged here, by the clock of the database, whatever the program asks.
CREATE POLICY journal_end ON "audit_events" AS RESTRICTIVE FOR DELETE
  USING (current_setting('app.scope', true) = 'system' AND at < now() - interval '60 months');
--> statement-breakpoint
ALTER TABLE "staff_audit_events" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY journal_read ON "staff_audit_events" FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY journal_written ON "staff_audit_events" FOR INSERT WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY journal_end ON "staff_audit_events" FOR DELETE
  USING (current_setting('app.scope', true) = 'system' AND at < now() - interval '60 months');
