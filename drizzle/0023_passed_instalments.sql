ALTER TABLE "plan_instalments" ADD COLUMN "moved_from_on" date;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "skipped_on" date[] DEFAULT '{}' NOT NULL;