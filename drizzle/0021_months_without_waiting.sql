-- A month made as PARTITION OF locks its whole table against everybody, and several tables in one transaction could
-- meet a writer that takes them the other way round. Made apart and attached, it keeps nobody waiting.
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
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES INCLUDING STORAGE)',
          child, parent);
        EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
          parent, child, month, month + interval '1 month');
        made := made + 1;
      END IF;
    END LOOP;
    month := month + interval '1 month';
  END LOOP;
  RETURN made;
END $$;
