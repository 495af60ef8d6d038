CREATE TABLE "account_list" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"name_fold" text COLLATE "C" NOT NULL,
	"segment" "segment",
	"owner_id" uuid,
	"health" smallint,
	"band" "score_band" NOT NULL,
	"is_judged" boolean NOT NULL,
	"coverage" real NOT NULL,
	"arr_cents" bigint,
	"tie_order" bigint GENERATED ALWAYS AS (coalesce(- arr_cents, 9223372036854775807)) STORED NOT NULL,
	"renews_on" date,
	"last_contact_on" date,
	"scored_at" timestamp with time zone,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"from_instant" timestamp with time zone NOT NULL,
	"until_instant" timestamp with time zone NOT NULL,
	CONSTRAINT "account_list_workspace_id_account_id_pk" PRIMARY KEY("workspace_id","account_id")
);
--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_name_key_index" ON "account_list" USING btree ("workspace_id","name_key");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_health_index" ON "account_list" USING btree ("workspace_id","health");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_arr_cents_index" ON "account_list" USING btree ("workspace_id","arr_cents");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_renews_on_index" ON "account_list" USING btree ("workspace_id","renews_on");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_last_contact_on_index" ON "account_list" USING btree ("workspace_id","last_contact_on");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_owner_id_index" ON "account_list" USING btree ("workspace_id","owner_id");--> statement-breakpoint
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
--> statement-breakpoint
-- In another time zone every day of a contact may be another one.
CREATE FUNCTION account_list_follows_time_zone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account_list SET from_day = 'infinity', until_day = '-infinity' WHERE workspace_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER account_list_follows_time_zone AFTER UPDATE OF time_zone ON "workspace" FOR EACH ROW
  WHEN (NEW.time_zone IS DISTINCT FROM OLD.time_zone) EXECUTE FUNCTION account_list_follows_time_zone();
