-- A client or a token is looked up before its workspace is known: by what only its holder has, never by a name.
-- Lifetimes are counted by the database's own clock.
CREATE FUNCTION auth_api_client(wanted_client uuid, wanted_secret_hash bytea) RETURNS TABLE (scopes text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.scopes FROM api_client c
  WHERE c.id = wanted_client AND c.secret_hash = wanted_secret_hash AND c.revoked_at IS NULL
$$;
--> statement-breakpoint
-- Locks the client's row, so that no token is born after a revocation. False when the client has gone meanwhile.
CREATE FUNCTION auth_open_api_token(for_client uuid, new_token_hash bytea, granted text[], lifetime interval)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE home uuid;
BEGIN
  UPDATE api_client c SET last_token_at = now() WHERE c.id = for_client AND c.revoked_at IS NULL
    RETURNING c.workspace_id INTO home;
  IF home IS NULL THEN RETURN false; END IF;
  INSERT INTO api_token (workspace_id, token_hash, client_id, scopes, expires_at)
    VALUES (home, new_token_hash, for_client, granted, now() + lifetime);
  RETURN true;
END $$;
--> statement-breakpoint
-- Which machine is calling, read on every request: revocation and expiry take effect at once.
CREATE FUNCTION auth_api_token(wanted_token_hash bytea)
  RETURNS TABLE (workspace_id uuid, client_name text, scopes text[]) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT t.workspace_id, c.name, t.scopes FROM api_token t
  JOIN api_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id AND c.revoked_at IS NULL
  WHERE t.token_hash = wanted_token_hash AND t.expires_at > now()
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION auth_forget_old_sessions() RETURNS integer LANGUAGE sql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM session WHERE expires_at < now() - interval '30 days' OR revoked_at < now() - interval '30 days'
    RETURNING 1), guesses AS (DELETE FROM login_attempt WHERE at < now() - interval '1 day'),
    tokens AS (DELETE FROM api_token WHERE expires_at < now() - interval '1 day')
  SELECT count(*)::integer FROM gone
$$;
