CREATE TABLE "bodies" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"postcode" text NOT NULL,
	"city" text,
	"commune_code" text,
	"departement" text NOT NULL,
	"region" text,
	"phone" text,
	"national_phone" text,
	"url" text,
	"latitude" double precision,
	"longitude" double precision,
	"is_mobile" boolean NOT NULL,
	"serves" text[],
	"hours" jsonb,
	"source" text NOT NULL,
	"source_date" text NOT NULL,
	"licence" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "communes" (
	"code" text PRIMARY KEY NOT NULL,
	"city_code" text,
	"departement" text NOT NULL,
	"region" text NOT NULL,
	"postcodes" text[] NOT NULL,
	"latitude" double precision,
	"longitude" double precision
);
--> statement-breakpoint
CREATE TABLE "reference_loads" (
	"name" text PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "bodies_type_departement_idx" ON "bodies" USING btree ("type","departement");--> statement-breakpoint
CREATE INDEX "bodies_type_commune_idx" ON "bodies" USING btree ("type","commune_code");--> statement-breakpoint
CREATE INDEX "communes_postcodes_idx" ON "communes" USING gin ("postcodes");