-- Who acts is said once, at the start of a transaction. Policies compare columns of their own row with these
-- settings; unset, they compare with null and nothing is visible.
CREATE SCHEMA IF NOT EXISTS app;
--> statement-breakpoint
COMMENT ON SCHEMA app IS 'Functions that say who is acting; see docs/security.md';
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.say(p_scope text, p_case_id uuid, p_staff_id uuid, p_team_id uuid)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- SET LOCAL, not set_config(): only the former reaches the workers of a distributed database
  SET LOCAL citus.propagate_set_commands TO 'local';
  EXECUTE format('SET LOCAL app.scope TO %L', p_scope);
  EXECUTE format('SET LOCAL app.case_id TO %L', coalesce(p_case_id::text, ''));
  EXECUTE format('SET LOCAL app.staff_id TO %L', coalesce(p_staff_id::text, ''));
  EXECUTE format('SET LOCAL app.team_id TO %L', coalesce(p_team_id::text, ''));
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION app.say IS 'Sets who acts for the rest of the transaction, without checking; app.enter checks.';
--> statement-breakpoint
-- debtor: one case. referent: own cases (also as stand-in), or one of them. supervisor: own team, or one case of it.
-- system: jobs and sign-in. Raises "not_yours" when a case is not the member of staff's: the application answers
-- exactly as for a case that does not exist.
CREATE OR REPLACE FUNCTION app.enter(p_scope text, p_case_id uuid, p_staff_id uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_team uuid;
  v_found boolean;
BEGIN
  IF p_scope = 'debtor' AND p_case_id IS NULL THEN
    RAISE EXCEPTION 'not_yours' USING ERRCODE = '28000';
  END IF;
  IF p_scope NOT IN ('debtor', 'referent', 'supervisor', 'system') THEN
    RAISE EXCEPTION 'unknown scope' USING ERRCODE = '28000';
  END IF;
  IF p_scope IN ('referent', 'supervisor') THEN
    SELECT team_id INTO v_team FROM staff WHERE id = p_staff_id AND active
      AND (p_scope = 'referent' OR role = 'supervisor');
    IF NOT FOUND THEN
      RAISE EXCEPTION 'not_yours' USING ERRCODE = '28000';
    END IF;
    PERFORM app.say(p_scope, NULL, p_staff_id, v_team);
    IF p_case_id IS NOT NULL THEN
      -- seen under the member of staff's own policy, so "visible" is the check itself
      SELECT true INTO v_found FROM case_files WHERE id = p_case_id;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'not_yours' USING ERRCODE = '28000';
      END IF;
      PERFORM app.say(p_scope, p_case_id, p_staff_id, v_team);
    END IF;
    RETURN;
  END IF;
  PERFORM app.say(p_scope, p_case_id, p_staff_id, NULL);
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION app.enter IS 'First statement of every transaction: says and checks who acts.';
--> statement-breakpoint
-- Called after every migration: any table with a case_id that is not protected yet becomes so.
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
            OR stand_in_id = nullif(current_setting('app.staff_id', true), '')::uuid))
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
