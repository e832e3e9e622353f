-- A zero stood for a right newly hers of which nobody knows the sum: no gain was ever kept that was none. The owner of the
-- schema sees the rows of people as the jobs do.
SET LOCAL app.scope TO 'system';
--> statement-breakpoint
UPDATE aid_news SET gain_cents = NULL WHERE gain_cents = 0;
--> statement-breakpoint
SET LOCAL app.scope TO '';
