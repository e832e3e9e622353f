CREATE TABLE "opinion_outcomes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"said" text NOT NULL,
	"done" text NOT NULL,
	"done_on" date NOT NULL,
	"published_by" uuid NOT NULL,
	"published_by_name" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
