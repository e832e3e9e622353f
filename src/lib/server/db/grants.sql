-- Run by the owner after every migration, and safe to run again: protects new case tables, then gives the
-- application what it needs and nothing more. Journals are append-only for it.
SELECT app.protect_case_tables();
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public, app TO oxygene_app;
GRANT EXECUTE ON FUNCTION app.enter(text, uuid, uuid), app.say(text, uuid, uuid, uuid) TO oxygene_app;
REVOKE EXECUTE ON FUNCTION app.protect_case_tables() FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO oxygene_app;
REVOKE UPDATE, DELETE ON debt_changes, contact_policies FROM oxygene_app;
-- nobody rewrites a line of the journals; the policies of 0019 let a job erase those kept for five years, and no other
REVOKE UPDATE ON audit_events, staff_audit_events FROM oxygene_app;
-- a change of the law keeps its words for good: only the decision on it is written afterwards, and once
REVOKE UPDATE, DELETE ON law_revisions, aid_news_thresholds FROM oxygene_app;
GRANT UPDATE (state, decided_by, decided_by_name, decided_at, decision_reason, published_on, impact)
  ON law_revisions TO oxygene_app;
