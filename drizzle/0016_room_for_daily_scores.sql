-- Every account's row changes daily, most columns with an index stay: with room on its page a row changes in place.
ALTER TABLE "account_health" SET (fillfactor = 50);
--> statement-breakpoint
ALTER TABLE "account_list" SET (fillfactor = 50);
