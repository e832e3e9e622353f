ALTER TABLE "contacts" ADD COLUMN "instalment_due_on" date;--> statement-breakpoint
ALTER TABLE "plan_instalments" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "reminds" boolean DEFAULT false NOT NULL;