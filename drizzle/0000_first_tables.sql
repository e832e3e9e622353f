CREATE TYPE "public"."actor_kind" AS ENUM('debtor', 'staff');--> statement-breakpoint
CREATE TYPE "public"."staff_role" AS ENUM('referent', 'adviser', 'supervisor');--> statement-breakpoint
CREATE TYPE "public"."debt_kind" AS ENUM('purchase', 'insurance', 'consumer_credit', 'energy', 'rent', 'health', 'telecom');--> statement-breakpoint
CREATE TYPE "public"."identity_state" AS ENUM('unconfirmed', 'confirmed', 'not_me', 'deceased', 'represented', 'helped');--> statement-breakpoint
CREATE TYPE "public"."limitation_review" AS ENUM('still_due', 'expired');--> statement-breakpoint
CREATE TYPE "public"."limitation_status" AS ENUM('ok', 'soon', 'presumed_expired', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."track" AS ENUM('classic', 'oxygene', 'oxygene_plus');--> statement-breakpoint
CREATE TYPE "public"."contact_channel" AS ENUM('letter', 'email', 'sms', 'call', 'voicemail', 'push', 'app');--> statement-breakpoint
CREATE TYPE "public"."contact_state" AS ENUM('sent', 'attempted', 'refused', 'waiting', 'received');--> statement-breakpoint
CREATE TYPE "public"."delivery_state" AS ENUM('waiting', 'sending', 'sent', 'kept', 'failed', 'stopped');--> statement-breakpoint
CREATE TYPE "public"."message_author" AS ENUM('debtor', 'staff', 'system');--> statement-breakpoint
CREATE TYPE "public"."plan_state" AS ENUM('proposed', 'countered', 'explained', 'accepted', 'running', 'adapted', 'completed', 'withdrawn', 'cancelled', 'suspended');--> statement-breakpoint
CREATE TYPE "public"."proposed_by" AS ENUM('debtor', 'staff');--> statement-breakpoint
CREATE TYPE "public"."disposition" AS ENUM('answered', 'prefer_not', 'dont_know', 'later');--> statement-breakpoint
CREATE TYPE "public"."signal_end" AS ENUM('expired', 'answer_changed', 'removed_by_person');--> statement-breakpoint
CREATE TABLE "access_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "case_references" (
	"reference" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_codes" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "letter_codes_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries_left" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_codes_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "pending_sign_ins" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"pending_case_id" uuid,
	"stage" text NOT NULL,
	"tries_left" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"tries" integer NOT NULL,
	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"actor_kind" "actor_kind" NOT NULL,
	"actor_id" uuid NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"role" "staff_role" NOT NULL,
	"email" text NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"totp_secret_sealed" text NOT NULL,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" bigint,
	"active" boolean DEFAULT true NOT NULL,
	"away_until" date,
	"stand_in_id" uuid,
	"open_cases" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "teams_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	"action" text NOT NULL,
	"detail" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_events_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "commands_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"detail" jsonb,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_decisions" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"before" text,
	"after" text NOT NULL,
	"reason_sealed" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_decisions_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"team_id" uuid NOT NULL,
	"track" "track" DEFAULT 'classic' NOT NULL,
	"referent_id" uuid,
	"stand_in_id" uuid,
	"stand_in_until" date,
	"open" boolean DEFAULT true NOT NULL,
	"identity" "identity_state" DEFAULT 'unconfirmed' NOT NULL,
	"display_name" text NOT NULL,
	"first_name" text NOT NULL,
	"city" text NOT NULL,
	"territory" text NOT NULL,
	"time_zone" text NOT NULL,
	"need" text,
	"need_rank" integer DEFAULT 100 NOT NULL,
	"recommended_track" "track",
	"routing_requested_at" timestamp with time zone,
	"awaiting_reply_since" timestamp with time zone,
	"reply_due_at" timestamp with time zone,
	"proposal_pending_since" timestamp with time zone,
	"signal_words_due_at" timestamp with time zone,
	"urgent_since" timestamp with time zone,
	"promised_at" timestamp with time zone,
	"next_step_on" date,
	"unread_by_debtor" integer DEFAULT 0 NOT NULL,
	"unread_by_staff" integer DEFAULT 0 NOT NULL,
	"questionnaire_started_at" timestamp with time zone,
	"questionnaire_done_at" timestamp with time zone,
	"last_seen_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_situations" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "identity_state" NOT NULL,
	"words_sealed" text,
	"reply_to_sealed" text,
	"reported_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	"handled_by" uuid,
	CONSTRAINT "case_situations_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "creditors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"plan_rules" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "creditors_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "debt_changes" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debt_id" uuid NOT NULL,
	"field" text NOT NULL,
	"before" text,
	"after" text,
	"import_run_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "debt_changes_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "debtors" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text,
	"last_name" text NOT NULL,
	"first_name" text NOT NULL,
	"birth_date" date NOT NULL,
	"address" text NOT NULL,
	"postcode" text NOT NULL,
	"city" text NOT NULL,
	"email" text,
	"phone" text,
	"email_confirmed_at" timestamp with time zone,
	"phone_confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "debtors_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "debts" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"creditor_id" uuid NOT NULL,
	"creditor_name" text NOT NULL,
	"mandate_reference" text NOT NULL,
	"contract_reference" text NOT NULL,
	"kind" "debt_kind" NOT NULL,
	"contract_on" date,
	"first_unpaid_on" date NOT NULL,
	"principal_cents" bigint NOT NULL,
	"interest_cents" bigint NOT NULL,
	"accessories_cents" bigint NOT NULL,
	"paid_cents" bigint NOT NULL,
	"letter_reference" text NOT NULL,
	"letter_sent_on" date NOT NULL,
	"limitation" "limitation_status" NOT NULL,
	"limitation_ends_on" date,
	"limitation_review" "limitation_review",
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"disputed_at" timestamp with time zone,
	"dispute_ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "debts_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "debts_amounts_not_negative" CHECK (principal_cents >= 0 and interest_cents >= 0 and accessories_cents >= 0 and paid_cents >= 0)
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"rows_total" integer,
	"report" jsonb,
	"failure" text,
	"staff_id" uuid
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"creditor_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_pauses" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reason" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"lifted_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_pauses_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"body" jsonb NOT NULL,
	"in_force_from" date NOT NULL,
	"published_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_policies_version_unique" UNIQUE("version")
);
--> statement-breakpoint
CREATE TABLE "contact_preferences" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"body" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_preferences_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel" "contact_channel" NOT NULL,
	"purpose" text NOT NULL,
	"state" "contact_state" NOT NULL,
	"rule_code" text NOT NULL,
	"rule_numbers" jsonb,
	"policy_version" text NOT NULL,
	"counted" integer NOT NULL,
	"staff_id" uuid,
	"occurred_at" timestamp with time zone NOT NULL,
	"allowed_from" timestamp with time zone,
	"too_much_at" timestamp with time zone,
	CONSTRAINT "contacts_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"channel" "contact_channel" NOT NULL,
	"recipient_sealed" text NOT NULL,
	"subject" text NOT NULL,
	"body_sealed" text NOT NULL,
	"state" "delivery_state" NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"send_from" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"failure" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deliveries_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"author" "message_author" NOT NULL,
	"staff_id" uuid,
	"author_name" text NOT NULL,
	"system_code" text,
	"body_sealed" text,
	"sent_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"read_by_name" text,
	CONSTRAINT "messages_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_debts" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"debt_id" uuid NOT NULL,
	"owed_cents" bigint NOT NULL,
	CONSTRAINT "plan_debts_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_instalments" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"due_on" date NOT NULL,
	"amount_cents" bigint NOT NULL,
	"paid_cents" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "plan_instalments_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "plan_instalments_positive" CHECK (amount_cents > 0 and paid_cents >= 0)
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"state" "plan_state" NOT NULL,
	"proposed_by" "proposed_by" NOT NULL,
	"terms" jsonb NOT NULL,
	"total_cents" bigint NOT NULL,
	"first_due_on" date,
	"last_due_on" date,
	"acknowledgement_version" text,
	"acknowledged_at" timestamp with time zone,
	"words_sealed" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"answers_plan_id" uuid,
	"cancellable_until" date,
	"proposed_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plans_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"disposition" "disposition" NOT NULL,
	"value_sealed" text,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answers_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "signal_views" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"signal_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_views_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "signals" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"signal_sealed" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"ends_on" date,
	"ended_at" timestamp with time zone,
	"ended_why" "signal_end",
	"words_due_at" timestamp with time zone,
	"words_sealed" text,
	"words_by" uuid,
	"words_at" timestamp with time zone,
	CONSTRAINT "signals_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"team_id" uuid NOT NULL,
	"referent_id" uuid,
	"score" integer NOT NULL,
	"comment_sealed" text,
	"answered_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_invitations" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_invitations_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"sealed_with_token" text NOT NULL,
	"team_id" uuid NOT NULL,
	"referent_id" uuid,
	"expires_on" date NOT NULL,
	"call_back_asked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_recovery_codes" ADD CONSTRAINT "staff_recovery_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_decisions" ADD CONSTRAINT "case_decisions_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_situations" ADD CONSTRAINT "case_situations_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debt_changes" ADD CONSTRAINT "debt_changes_debt_fk" FOREIGN KEY ("case_id","debt_id") REFERENCES "public"."debts"("case_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debtors" ADD CONSTRAINT "debtors_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debts" ADD CONSTRAINT "debts_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_creditor_id_creditors_id_fk" FOREIGN KEY ("creditor_id") REFERENCES "public"."creditors"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_pauses" ADD CONSTRAINT "contact_pauses_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_preferences" ADD CONSTRAINT "contact_preferences_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_contact_fk" FOREIGN KEY ("case_id","contact_id") REFERENCES "public"."contacts"("case_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_debts" ADD CONSTRAINT "plan_debts_plan_fk" FOREIGN KEY ("case_id","plan_id") REFERENCES "public"."plans"("case_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_debts" ADD CONSTRAINT "plan_debts_debt_fk" FOREIGN KEY ("case_id","debt_id") REFERENCES "public"."debts"("case_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_instalments" ADD CONSTRAINT "plan_instalments_plan_fk" FOREIGN KEY ("case_id","plan_id") REFERENCES "public"."plans"("case_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_views" ADD CONSTRAINT "signal_views_signal_fk" FOREIGN KEY ("case_id","signal_id") REFERENCES "public"."signals"("case_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_invitations" ADD CONSTRAINT "survey_invitations_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_links_case_id_idx" ON "access_links" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "rate_limits_window_start_idx" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "sessions_actor_id_idx" ON "sessions" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_idx" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email_idx" ON "staff" USING btree ("email");--> statement-breakpoint
CREATE INDEX "staff_team_id_role_idx" ON "staff" USING btree ("team_id","role");--> statement-breakpoint
CREATE INDEX "staff_recovery_codes_staff_id_idx" ON "staff_recovery_codes" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "audit_events_action_idx" ON "audit_events" USING btree ("case_id","action");--> statement-breakpoint
CREATE INDEX "commands_created_at_idx" ON "commands" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "case_files_referent_worklist_idx" ON "case_files" USING btree ("referent_id","need_rank","promised_at") WHERE open and promised_at is not null;--> statement-breakpoint
CREATE INDEX "case_files_stand_in_idx" ON "case_files" USING btree ("stand_in_id") WHERE stand_in_id is not null;--> statement-breakpoint
CREATE INDEX "case_files_team_routing_idx" ON "case_files" USING btree ("team_id","need_rank","routing_requested_at") WHERE open and routing_requested_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "debtors_case_id_idx" ON "debtors" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "debts_contract_idx" ON "debts" USING btree ("case_id","creditor_id","contract_reference");--> statement-breakpoint
CREATE UNIQUE INDEX "mandates_creditor_id_reference_idx" ON "mandates" USING btree ("creditor_id","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_preferences_case_idx" ON "contact_preferences" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "contacts_case_occurred_idx" ON "contacts" USING btree ("case_id","occurred_at");--> statement-breakpoint
CREATE INDEX "deliveries_due_idx" ON "deliveries" USING btree ("send_from") WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE UNIQUE INDEX "plan_debts_once_idx" ON "plan_debts" USING btree ("case_id","plan_id","debt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_instalments_position_idx" ON "plan_instalments" USING btree ("case_id","plan_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_one_live_idx" ON "plans" USING btree ("case_id") WHERE state in ('proposed', 'countered', 'accepted', 'running', 'adapted', 'suspended');--> statement-breakpoint
CREATE UNIQUE INDEX "answers_question_idx" ON "answers" USING btree ("case_id","question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signal_views_once_idx" ON "signal_views" USING btree ("case_id","signal_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_answers_token_idx" ON "survey_answers" USING btree ("token_hash");