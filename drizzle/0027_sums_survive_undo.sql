CREATE INDEX "import_journal_movements" ON "import_journal" ("workspace_id", ("after"->>'account_id'))
  WHERE table_name = 'arr_movement';
--> statement-breakpoint
CREATE OR REPLACE FUNCTION undo_import_part(run uuid, at_most integer, OUT taken_back integer, OUT left_alone integer, OUT remaining boolean)
  LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
  entry record;
  keys text;
  columns text;
  touched integer;
  heir record;
  handed arr_movement;
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
    -- A later import stated the account's whole sum and wrote only the difference: its movement takes over what goes.
    IF touched = 1 AND entry.table_name = 'arr_movement' AND entry.operation = 'INSERT' THEN
      SELECT j.run_id, j.seq, j.after INTO heir
      FROM import_journal j JOIN sync_run r ON r.workspace_id = j.workspace_id AND r.id = j.run_id
      WHERE j.workspace_id = csops_workspace() AND j.run_id <> run AND j.seq > entry.seq AND r.kind = 'accounts'
        AND j.table_name = 'arr_movement' AND j.operation = 'INSERT'
        AND j.after->>'account_id' = entry.after->>'account_id'
        AND j.after->>'effective_on' >= entry.after->>'effective_on'
        AND NOT EXISTS (SELECT 1 FROM import_journal e WHERE e.workspace_id = j.workspace_id AND e.run_id = j.run_id
          AND e.table_name = 'arr_movement' AND e.operation = 'INSERT'
          AND e.after->>'account_id' = entry.after->>'account_id'
          AND e.after->>'effective_on' < entry.after->>'effective_on')
      ORDER BY j.seq LIMIT 1;
      IF FOUND THEN
        UPDATE arr_movement t SET amount_cents = t.amount_cents + (entry.after->>'amount_cents')::bigint,
          kind = CASE WHEN entry.after->>'kind' IN ('new', 'reactivation') THEN (entry.after->>'kind')::arr_movement_kind
            WHEN t.kind = 'churn' THEN t.kind
            WHEN t.amount_cents + (entry.after->>'amount_cents')::bigint > 0 THEN 'expansion' ELSE 'contraction' END
        WHERE t.workspace_id = csops_workspace() AND t.id = (heir.after->>'id')::uuid AND to_jsonb(t) = heir.after
        RETURNING * INTO handed;
        IF FOUND AND handed.amount_cents = 0 THEN
          DELETE FROM arr_movement WHERE workspace_id = csops_workspace() AND id = handed.id;
          DELETE FROM import_journal
            WHERE workspace_id = csops_workspace() AND run_id = heir.run_id AND seq = heir.seq;
        ELSIF handed.id IS NOT NULL THEN
          UPDATE import_journal SET after = to_jsonb(handed)
            WHERE workspace_id = csops_workspace() AND run_id = heir.run_id AND seq = heir.seq;
        END IF;
        handed := NULL;
      END IF;
    END IF;
    IF touched = 1 THEN taken_back := taken_back + 1; ELSE left_alone := left_alone + 1; END IF;
    DELETE FROM import_journal WHERE workspace_id = csops_workspace() AND run_id = run AND seq = entry.seq;
  END LOOP;
  remaining := EXISTS (SELECT 1 FROM import_journal WHERE workspace_id = csops_workspace() AND run_id = run);
END $$;
--> statement-breakpoint
-- What people wrote about an account keeps it, when the import that brought it is taken back.
ALTER TABLE "note" DROP CONSTRAINT "note_workspace_id_account_id_fkey";
--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id")
  REFERENCES "account" ("workspace_id", "id");
