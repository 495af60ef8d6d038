-- How far the schema is, for the readiness of a web process: the app role cannot read the migrator's own table.
CREATE FUNCTION applied_migrations() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT count(*)::integer FROM drizzle.__drizzle_migrations $$;
