CREATE TYPE "public"."aid_claim_state" AS ENUM('to_do', 'asked', 'granted', 'refused', 'no_answer');--> statement-breakpoint
CREATE TABLE "aid_claims" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"aid_key" text NOT NULL,
	"state" "aid_claim_state" NOT NULL,
	"asked_on" date,
	"decided_on" date,
	"amount_cents" bigint,
	"reason_sealed" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "aid_claims_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "aid_profiles" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"answers_sealed" text NOT NULL,
	"tells_referent" boolean NOT NULL,
	"wants_news" boolean NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "aid_profiles_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
ALTER TABLE "aid_claims" ADD CONSTRAINT "aid_claims_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aid_profiles" ADD CONSTRAINT "aid_profiles_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "aid_claims_aid_idx" ON "aid_claims" USING btree ("case_id","aid_key");--> statement-breakpoint
CREATE UNIQUE INDEX "aid_profiles_case_idx" ON "aid_profiles" USING btree ("case_id");