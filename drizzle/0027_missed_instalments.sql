DROP INDEX "creditor_notices_once_idx";--> statement-breakpoint
ALTER TABLE "plan_instalments" ADD COLUMN "missed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plan_instalments" ADD COLUMN "missed_noted_by" uuid;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "smaller" jsonb;--> statement-breakpoint
CREATE INDEX "creditor_notices_plan_idx" ON "creditor_notices" USING btree ("case_id","plan_id");
--> statement-breakpoint
-- An agreement that pays everything is for the sum of its instalments: where a payment came in between the proposal and the
-- agreement, the sum of the proposal stood here. The owner of the schema sees the rows of people as the jobs do.
SET LOCAL app.scope TO 'system';
--> statement-breakpoint
UPDATE plans SET total_cents = paid.sum
FROM (SELECT case_id, plan_id, sum(amount_cents) AS sum FROM plan_instalments GROUP BY case_id, plan_id) AS paid
WHERE paid.case_id = plans.case_id AND paid.plan_id = plans.id
  AND coalesce(nullif(terms -> 'counter', 'null'), terms -> 'own') -> 'terms' ->> 'kind'
    IN ('instalments', 'rest_then_instalments');
--> statement-breakpoint
SET LOCAL app.scope TO '';
