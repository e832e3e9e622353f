CREATE TABLE "creditor_notices" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"creditor_id" uuid NOT NULL,
	"creditor_name" text NOT NULL,
	"reference" text NOT NULL,
	"owed_cents" bigint NOT NULL,
	"rest_months" integer NOT NULL,
	"instalment_cents" bigint,
	"rhythm" text,
	"instalment_count" integer NOT NULL,
	"first_due_on" date,
	"last_due_on" date,
	"received_at" timestamp with time zone NOT NULL,
	"passed_on_at" timestamp with time zone,
	"passed_on_by" uuid,
	CONSTRAINT "creditor_notices_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
ALTER TABLE "creditors" ADD COLUMN "tells_proposals" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "creditor_notices" ADD CONSTRAINT "creditor_notices_plan_fk" FOREIGN KEY ("case_id","plan_id") REFERENCES "public"."plans"("case_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "creditor_notices_once_idx" ON "creditor_notices" USING btree ("case_id","plan_id","creditor_id");--> statement-breakpoint
CREATE INDEX "creditor_notices_waiting_idx" ON "creditor_notices" USING btree ("team_id","creditor_id","id") WHERE passed_on_at is null;