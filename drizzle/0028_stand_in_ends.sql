-- Whoever stands in for a referent sees her cases through the last day of the absence, where the person lives, and not
-- after: the day is judged here, by the clock of the database, so that the end of an absence needs no job.
CREATE OR REPLACE FUNCTION app.protect_case_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_table record;
  v_rule text;
BEGIN
  FOR v_table IN
    SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
      AND (c.relname = 'case_files'
        OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'case_id' AND NOT a.attisdropped))
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'who_acts')
  LOOP
    v_rule := CASE WHEN v_table.relname = 'case_files' THEN
      $rule$current_setting('app.scope', true) = 'system'
        OR id = nullif(current_setting('app.case_id', true), '')::uuid
        OR (current_setting('app.scope', true) = 'referent'
          AND (referent_id = nullif(current_setting('app.staff_id', true), '')::uuid
            OR (stand_in_id = nullif(current_setting('app.staff_id', true), '')::uuid
              AND stand_in_until >= (now() AT TIME ZONE time_zone)::date)))
        OR (current_setting('app.scope', true) = 'supervisor'
          AND team_id = nullif(current_setting('app.team_id', true), '')::uuid)$rule$
    ELSE
      $rule$current_setting('app.scope', true) = 'system'
        OR case_id = nullif(current_setting('app.case_id', true), '')::uuid$rule$
    END;
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', v_table.relname);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', v_table.relname);
    EXECUTE format('CREATE POLICY who_acts ON public.%I FOR ALL USING (%s) WITH CHECK (%s)', v_table.relname, v_rule, v_rule);
  END LOOP;
END $$;
--> statement-breakpoint
DROP POLICY IF EXISTS who_acts ON "case_files";
--> statement-breakpoint
-- in the same transaction: no case is out of sight meanwhile
SELECT app.protect_case_tables();
