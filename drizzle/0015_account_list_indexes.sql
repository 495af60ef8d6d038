-- The table is derived: made anew, narrow columns first, its words as text.
DROP TABLE "account_list";
--> statement-breakpoint
CREATE TABLE "account_list" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"tie_order" bigint GENERATED ALWAYS AS (coalesce(- arr_cents, 9223372036854775807)) STORED NOT NULL,
	"from_instant" timestamp with time zone NOT NULL,
	"until_instant" timestamp with time zone NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"coverage" real NOT NULL,
	"is_judged" boolean NOT NULL,
	"band" text NOT NULL,
	"name_fold" text COLLATE "C" NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"health" smallint,
	"segment" text,
	"owner_id" uuid,
	"arr_cents" bigint,
	"renews_on" date,
	"last_contact_on" date,
	"scored_at" timestamp with time zone,
	CONSTRAINT "account_list_workspace_id_account_id_pk" PRIMARY KEY("workspace_id","account_id")
);
--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_name_key_index" ON "account_list" USING btree ("workspace_id","name_key");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_health_index" ON "account_list" USING btree ("workspace_id","health");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_band_health_index" ON "account_list" USING btree ("workspace_id","band","health");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_tie_order_index" ON "account_list" USING btree ("workspace_id","tie_order");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_segment_tie_order_index" ON "account_list" USING btree ("workspace_id","segment","tie_order");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_owner_id_tie_order_index" ON "account_list" USING btree ("workspace_id","owner_id","tie_order");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_renews_on_index" ON "account_list" USING btree ("workspace_id","renews_on");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_last_contact_on_index" ON "account_list" USING btree ("workspace_id","last_contact_on");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_until_day_index" ON "account_list" USING btree ("workspace_id","until_day");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_from_day_index" ON "account_list" USING btree ("workspace_id","from_day");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_until_instant_index" ON "account_list" USING btree ("workspace_id","until_instant") WHERE until_instant < 'infinity';--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_from_instant_index" ON "account_list" USING btree ("workspace_id","from_instant") WHERE from_instant > '-infinity';
--> statement-breakpoint
ALTER TABLE "account_list" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY workspace_rows ON "account_list" USING (workspace_id = (SELECT csops_workspace()))
  WITH CHECK (workspace_id = (SELECT csops_workspace()));
--> statement-breakpoint
ALTER TABLE "account_list" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id") ON DELETE CASCADE;
--> statement-breakpoint
-- Accounts that exist already: rows that are true at no time are read from their sources until they are refreshed.
INSERT INTO "account_list" ("workspace_id", "account_id", "name_key", "name_fold", "band", "is_judged", "coverage",
  "from_day", "until_day", "from_instant", "until_instant")
SELECT "workspace_id", "id", "name_key", '', 'insufficient', false, 0, 'infinity', '-infinity', '-infinity', 'infinity'
FROM "account";
