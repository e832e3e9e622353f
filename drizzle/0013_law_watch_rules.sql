-- The law watch belongs to no case. Only supervisors and the product's own jobs see it; a proposal is written in the
-- name of whoever makes it, and decided in the name of somebody else. app.enter has checked that they are who they say.
ALTER TABLE law_revisions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE law_revisions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY who_reads ON law_revisions FOR SELECT
  USING (current_setting('app.scope', true) IN ('supervisor', 'system'));
--> statement-breakpoint
CREATE POLICY who_proposes ON law_revisions FOR INSERT
  WITH CHECK (current_setting('app.scope', true) = 'supervisor' AND state = 'proposed'
    AND proposed_by = nullif(current_setting('app.staff_id', true), '')::uuid);
--> statement-breakpoint
CREATE POLICY who_decides ON law_revisions FOR UPDATE
  USING (current_setting('app.scope', true) = 'supervisor' AND state = 'proposed'
    AND proposed_by <> nullif(current_setting('app.staff_id', true), '')::uuid)
  WITH CHECK (state <> 'proposed'
    AND decided_by = nullif(current_setting('app.staff_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE aid_news_thresholds ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE aid_news_thresholds FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY who_reads ON aid_news_thresholds FOR SELECT
  USING (current_setting('app.scope', true) IN ('supervisor', 'system'));
--> statement-breakpoint
CREATE POLICY who_sets ON aid_news_thresholds FOR INSERT
  WITH CHECK (current_setting('app.scope', true) = 'supervisor'
    AND set_by = nullif(current_setting('app.staff_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE aid_rescreenings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE aid_rescreenings FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY who_acts ON aid_rescreenings FOR ALL
  USING (current_setting('app.scope', true) IN ('supervisor', 'system'))
  WITH CHECK (current_setting('app.scope', true) IN ('supervisor', 'system'));
--> statement-breakpoint
ALTER TABLE aid_rescreening_parts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE aid_rescreening_parts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY who_acts ON aid_rescreening_parts FOR ALL
  USING (current_setting('app.scope', true) IN ('supervisor', 'system'))
  WITH CHECK (current_setting('app.scope', true) IN ('supervisor', 'system'));
