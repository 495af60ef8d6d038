-- The second lock on workspaces: every tenant table shows the app role only the rows of the workspace
-- that the transaction named first. The owner is exempt on purpose (migrations, backfills).
CREATE FUNCTION csops_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('csops.workspace_id', true), '')::uuid $$;
--> statement-breakpoint
DO $$
DECLARE tenant text;
BEGIN
  FOR tenant IN
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.attname = 'workspace_id' AND c.relname NOT IN ('session')
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      'CREATE POLICY workspace_rows ON %I USING (workspace_id = (SELECT csops_workspace()))
         WITH CHECK (workspace_id = (SELECT csops_workspace()))', tenant);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE "workspace" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON "workspace" USING (id = (SELECT csops_workspace()));
--> statement-breakpoint
ALTER TABLE "account" ALTER COLUMN "name_key" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "contract" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "arr_movement" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "contact" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "contact" ADD FOREIGN KEY ("workspace_id", "subject_key_id") REFERENCES "subject_key" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "touchpoint" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "entitlement" ADD FOREIGN KEY ("workspace_id", "contract_id") REFERENCES "contract" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "entitlement" ADD FOREIGN KEY ("workspace_id", "product_id") REFERENCES "product" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "account" ADD FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "person" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "person" ADD FOREIGN KEY ("workspace_id", "team_id") REFERENCES "team" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "membership" ADD FOREIGN KEY ("workspace_id") REFERENCES "workspace" ("id");
--> statement-breakpoint
ALTER TABLE "membership" ADD FOREIGN KEY ("login_id") REFERENCES "login" ("id");
--> statement-breakpoint
ALTER TABLE "health_override" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id");
--> statement-breakpoint
-- Months are created by the owner through this function: the app role may ask, but owns nothing.
-- New partitions carry no grants, so their rows are reachable through the parent and its policy alone.
CREATE FUNCTION ensure_month_partitions(first_day date, last_day date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  month date := date_trunc('month', first_day);
  parent text;
  child text;
  made integer := 0;
BEGIN
  IF last_day - first_day > 366 * 30 THEN
    RAISE EXCEPTION 'ensure_month_partitions: more than 30 years asked for (% to %)', first_day, last_day
      USING ERRCODE = '22023';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ensure_month_partitions'));
  WHILE month <= last_day LOOP
    FOREACH parent IN ARRAY ARRAY['signal', 'event'] LOOP
      child := format('%s_%s', parent, to_char(month, 'YYYY_MM'));
      IF to_regclass(child) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
          child, parent, month, month + interval '1 month');
        made := made + 1;
      END IF;
    END LOOP;
    month := month + interval '1 month';
  END LOOP;
  RETURN made;
END $$;
--> statement-breakpoint
CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'event is append-only' USING ERRCODE = '42501'; END $$;
--> statement-breakpoint
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION event_is_append_only();
--> statement-breakpoint
-- Cursors name the cluster they were cut in: after a restore into a new cluster transaction ids start anew.
INSERT INTO "installation" ("key", "value") VALUES ('event_epoch', substr(md5(gen_random_uuid()::text), 1, 8));
