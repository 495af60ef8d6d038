DO $$
DECLARE tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['import_file', 'import_journal', 'import_mapping', 'rescore_due', 'signal_prior'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      'CREATE POLICY workspace_rows ON %I USING (workspace_id = (SELECT csops_workspace()))
         WITH CHECK (workspace_id = (SELECT csops_workspace()))', tenant);
  END LOOP;
END $$;
--> statement-breakpoint
-- Files are often compressed already, and are read in whole parts.
ALTER TABLE "import_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE "import_file" ADD FOREIGN KEY ("workspace_id", "run_id") REFERENCES "sync_run" ("workspace_id", "id") ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE "import_journal" ADD FOREIGN KEY ("workspace_id", "run_id") REFERENCES "sync_run" ("workspace_id", "id") ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE "rejected_row" ADD FOREIGN KEY ("workspace_id", "run_id") REFERENCES "sync_run" ("workspace_id", "id") ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE "rescore_due" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id") ON DELETE CASCADE;
--> statement-breakpoint
-- A transaction that names its import here keeps every row it changes, as it was and as it became.
-- UTC, so that an instant is written the same way whoever compares it later.
CREATE FUNCTION journal_import_change() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE run uuid := current_setting('csops.import_run')::uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO import_journal (workspace_id, run_id, table_name, operation, before, after)
    VALUES (NEW.workspace_id, run, TG_TABLE_NAME, TG_OP, NULL, to_jsonb(NEW));
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO import_journal (workspace_id, run_id, table_name, operation, before, after)
    VALUES (OLD.workspace_id, run, TG_TABLE_NAME, TG_OP, to_jsonb(OLD), NULL);
  ELSIF NEW IS DISTINCT FROM OLD THEN
    INSERT INTO import_journal (workspace_id, run_id, table_name, operation, before, after)
    VALUES (NEW.workspace_id, run, TG_TABLE_NAME, TG_OP, to_jsonb(OLD), to_jsonb(NEW));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE journaled text;
BEGIN
  FOREACH journaled IN ARRAY ARRAY['account', 'product', 'contract', 'entitlement', 'arr_movement', 'subject_key',
    'contact', 'touchpoint', 'team', 'person', 'skill', 'person_skill', 'cost_rate', 'measure'] LOOP
    EXECUTE format(
      'CREATE TRIGGER import_journal AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW
         WHEN (coalesce(current_setting(''csops.import_run'', true), '''') <> '''')
         EXECUTE FUNCTION journal_import_change()', journaled);
  END LOOP;
END $$;
--> statement-breakpoint
-- Takes back the newest entries of a run's journal, at most so many, newest first. A row that is no longer as the
-- import left it, or that others refer to by now, stays as it is and is counted.
CREATE FUNCTION undo_import_part(run uuid, at_most integer, OUT taken_back integer, OUT left_alone integer, OUT remaining boolean)
  LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
  entry record;
  keys text;
  columns text;
  touched integer;
BEGIN
  taken_back := 0;
  left_alone := 0;
  FOR entry IN
    SELECT * FROM import_journal WHERE workspace_id = csops_workspace() AND run_id = run ORDER BY seq DESC LIMIT at_most
  LOOP
    SELECT string_agg(format('t.%1$I = was.%1$I', a.attname), ' AND ') INTO keys
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = entry.table_name::regclass AND i.indisprimary;
    touched := 0;
    BEGIN
      IF entry.operation = 'INSERT' THEN
        IF entry.table_name <> 'account' OR NOT EXISTS (SELECT 1 FROM signal s
            WHERE s.workspace_id = csops_workspace() AND s.account_id = (entry.after->>'id')::uuid) THEN
          EXECUTE format('DELETE FROM %1$I t USING jsonb_populate_record(NULL::%1$I, $1) was WHERE %2$s AND to_jsonb(t) = $1',
            entry.table_name, keys) USING entry.after;
          GET DIAGNOSTICS touched = ROW_COUNT;
        END IF;
      ELSIF entry.operation = 'UPDATE' THEN
        SELECT string_agg(format('%1$I = was.%1$I', a.attname), ', ') INTO columns
        FROM pg_attribute a
        WHERE a.attrelid = entry.table_name::regclass AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attidentity = '' AND a.attgenerated = '';
        EXECUTE format('UPDATE %1$I t SET %3$s FROM jsonb_populate_record(NULL::%1$I, $1) was WHERE %2$s AND to_jsonb(t) = $2',
          entry.table_name, keys, columns) USING entry.before, entry.after;
        GET DIAGNOSTICS touched = ROW_COUNT;
      ELSE
        EXECUTE format('INSERT INTO %1$I OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::%1$I, $1) ON CONFLICT DO NOTHING',
          entry.table_name) USING entry.before;
        GET DIAGNOSTICS touched = ROW_COUNT;
      END IF;
    EXCEPTION WHEN foreign_key_violation OR unique_violation THEN
      touched := 0;
    END;
    IF touched = 1 THEN taken_back := taken_back + 1; ELSE left_alone := left_alone + 1; END IF;
    DELETE FROM import_journal WHERE workspace_id = csops_workspace() AND run_id = run AND seq = entry.seq;
  END LOOP;
  remaining := EXISTS (SELECT 1 FROM import_journal WHERE workspace_id = csops_workspace() AND run_id = run);
END $$;
--> statement-breakpoint
-- Scores grow by every account and day: by month, so that old months can be put away whole.
ALTER TABLE "health_score" RENAME TO "health_score_whole";
--> statement-breakpoint
ALTER TABLE "health_score_whole" RENAME CONSTRAINT "health_score_workspace_id_account_id_day_pk" TO "health_score_whole_pk";
--> statement-breakpoint
CREATE TABLE "health_score" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"model_id" uuid NOT NULL,
	"value" smallint,
	"exact" double precision,
	"band" "score_band" NOT NULL,
	"coverage" real NOT NULL,
	"score" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "health_score_workspace_id_account_id_day_pk" PRIMARY KEY("workspace_id","account_id","day"),
	FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id") ON DELETE CASCADE
) PARTITION BY RANGE ("day");
--> statement-breakpoint
ALTER TABLE "health_score" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY workspace_rows ON "health_score" USING (workspace_id = (SELECT csops_workspace()))
  WITH CHECK (workspace_id = (SELECT csops_workspace()));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION ensure_month_partitions(first_day date, last_day date) RETURNS integer
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
    FOREACH parent IN ARRAY ARRAY['signal', 'event', 'health_score'] LOOP
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
SELECT ensure_month_partitions(coalesce(min(day), current_date), coalesce(max(day), current_date)) FROM health_score_whole;
--> statement-breakpoint
INSERT INTO "health_score" SELECT * FROM "health_score_whole";
--> statement-breakpoint
DROP TABLE "health_score_whole";
--> statement-breakpoint
ALTER TABLE "account_health" DROP CONSTRAINT "account_health_workspace_id_account_id_fkey";
--> statement-breakpoint
ALTER TABLE "account_health" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id") ON DELETE CASCADE;
