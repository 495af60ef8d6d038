-- The product's own jobs go through every workspace; this is all they may know before naming one.
CREATE FUNCTION job_workspaces() RETURNS TABLE (workspace_id uuid, time_zone text) LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT id, w.time_zone FROM workspace w ORDER BY slug $$;
