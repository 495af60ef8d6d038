-- Look-ups before a workspace is known go through these few functions. They run as the owner, so each
-- returns only what its one caller needs.
CREATE FUNCTION auth_event_epoch() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$ SELECT value FROM installation WHERE key = 'event_epoch' $$;
--> statement-breakpoint
-- Counts a guess before it is checked, so that parallel guesses cannot slip past the limit.
-- Ten guesses in fifteen minutes for one e-mail address, whether or not it exists.
CREATE FUNCTION auth_take_attempt(wanted_email_key text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  guesses integer;
  oldest timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(wanted_email_key, 27));
  DELETE FROM login_attempt WHERE email_key = wanted_email_key AND at < now() - interval '15 minutes';
  SELECT count(*), min(at) INTO guesses, oldest FROM login_attempt WHERE email_key = wanted_email_key;
  IF guesses >= 10 THEN
    RETURN greatest(1, ceil(extract(epoch FROM oldest + interval '15 minutes' - now())))::integer;
  END IF;
  INSERT INTO login_attempt (email_key, at) VALUES (wanted_email_key, clock_timestamp());
  RETURN 0;
END $$;
--> statement-breakpoint
CREATE FUNCTION auth_login_by_email(wanted_email_key text)
  RETURNS TABLE (login_id uuid, name text, password_hash text) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT l.id, l.name, l.password_hash FROM login l
  WHERE l.email_key = wanted_email_key AND l.disabled_at IS NULL
    AND EXISTS (SELECT 1 FROM membership m WHERE m.login_id = l.id AND m.disabled_at IS NULL)
$$;
--> statement-breakpoint
-- Called once the password was right: the guesses are forgiven and the session opens, in one step.
CREATE FUNCTION auth_open_session(new_id uuid, new_token_hash bytea, for_login uuid, agent text, lifetime interval)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE home uuid;
BEGIN
  SELECT s.workspace_id INTO home FROM session s
    JOIN membership m ON m.workspace_id = s.workspace_id AND m.login_id = s.login_id AND m.disabled_at IS NULL
    WHERE s.login_id = for_login ORDER BY s.last_seen_at DESC LIMIT 1;
  IF home IS NULL THEN
    SELECT m.workspace_id INTO home FROM membership m JOIN workspace w ON w.id = m.workspace_id
      WHERE m.login_id = for_login AND m.disabled_at IS NULL ORDER BY w.kind, w.slug LIMIT 1;
  END IF;
  IF home IS NULL THEN RAISE EXCEPTION 'login % has no workspace', for_login USING ERRCODE = '42501'; END IF;
  DELETE FROM login_attempt a USING login l WHERE l.id = for_login AND a.email_key = l.email_key;
  INSERT INTO session (id, token_hash, login_id, workspace_id, user_agent, expires_at)
    VALUES (new_id, new_token_hash, for_login, home, left(agent, 300), now() + lifetime);
END $$;
--> statement-breakpoint
-- Who is calling, read on every request: revocation, a disabled login and a changed role take effect at once.
CREATE FUNCTION auth_session(wanted_token_hash bytea)
  RETURNS TABLE (session_id uuid, login_id uuid, login_name text, email text, role role, person_id uuid,
    workspace_id uuid, workspace_slug text, workspace_name text, workspace_kind workspace_kind,
    time_zone text, currency text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE session s SET last_seen_at = now()
    WHERE s.token_hash = wanted_token_hash AND s.revoked_at IS NULL AND s.last_seen_at < now() - interval '1 minute'
      AND s.last_seen_at > now() - interval '24 hours';
  RETURN QUERY
    SELECT s.id, l.id, l.name, l.email, m.role, m.person_id, w.id, w.slug, w.name, w.kind, w.time_zone, w.currency
    FROM session s
    JOIN login l ON l.id = s.login_id AND l.disabled_at IS NULL
    JOIN membership m ON m.workspace_id = s.workspace_id AND m.login_id = s.login_id AND m.disabled_at IS NULL
    JOIN workspace w ON w.id = s.workspace_id
    WHERE s.token_hash = wanted_token_hash AND s.revoked_at IS NULL AND s.expires_at > now()
      AND s.last_seen_at > now() - interval '24 hours';
END $$;
--> statement-breakpoint
CREATE FUNCTION auth_memberships(wanted_token_hash bytea)
  RETURNS TABLE (workspace_slug text, workspace_name text, workspace_kind workspace_kind) LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.slug, w.name, w.kind FROM session s
  JOIN membership m ON m.login_id = s.login_id AND m.disabled_at IS NULL
  JOIN workspace w ON w.id = m.workspace_id
  WHERE s.token_hash = wanted_token_hash AND s.revoked_at IS NULL AND s.expires_at > now()
  ORDER BY w.kind DESC, w.name
$$;
--> statement-breakpoint
CREATE FUNCTION auth_switch_workspace(wanted_token_hash bytea, wanted_slug text) RETURNS boolean LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE switched uuid;
BEGIN
  UPDATE session s SET workspace_id = w.id
    FROM workspace w JOIN membership m ON m.workspace_id = w.id
    WHERE s.token_hash = wanted_token_hash AND s.revoked_at IS NULL AND w.slug = wanted_slug
      AND m.login_id = s.login_id AND m.disabled_at IS NULL
    RETURNING s.id INTO switched;
  IF switched IS NOT NULL THEN PERFORM pg_notify('csops_session', switched::text); END IF;
  RETURN switched IS NOT NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION auth_revoke_session(wanted_token_hash bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE revoked uuid;
BEGIN
  UPDATE session s SET revoked_at = now() WHERE s.token_hash = wanted_token_hash AND s.revoked_at IS NULL
    RETURNING s.id INTO revoked;
  IF revoked IS NOT NULL THEN PERFORM pg_notify('csops_session', revoked::text); END IF;
END $$;
--> statement-breakpoint
-- An admin ends every session of a member of the workspace that the transaction named.
CREATE FUNCTION auth_revoke_member_sessions(wanted_login uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE ended uuid[];
BEGIN
  WITH gone AS (
    UPDATE session s SET revoked_at = now()
    WHERE s.login_id = wanted_login AND s.revoked_at IS NULL AND EXISTS (
      SELECT 1 FROM membership m WHERE m.login_id = wanted_login AND m.workspace_id = csops_workspace())
    RETURNING s.id)
  SELECT coalesce(array_agg(id), '{}') INTO ended FROM gone;
  PERFORM pg_notify('csops_session', id::text) FROM unnest(ended) AS id;
  RETURN cardinality(ended);
END $$;
--> statement-breakpoint
CREATE FUNCTION tell_session_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('csops_session', s.id::text) FROM session s
    WHERE s.login_id = coalesce(NEW.login_id, OLD.login_id) AND s.revoked_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER membership_changed AFTER UPDATE OR DELETE ON membership FOR EACH ROW EXECUTE FUNCTION tell_session_change();
--> statement-breakpoint
CREATE FUNCTION tell_login_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('csops_session', s.id::text) FROM session s WHERE s.login_id = NEW.id AND s.revoked_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER login_changed AFTER UPDATE ON login FOR EACH ROW EXECUTE FUNCTION tell_login_change();
--> statement-breakpoint
CREATE FUNCTION auth_forget_old_sessions() RETURNS integer LANGUAGE sql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM session WHERE expires_at < now() - interval '30 days' OR revoked_at < now() - interval '30 days'
    RETURNING 1), guesses AS (DELETE FROM login_attempt WHERE at < now() - interval '1 day')
  SELECT count(*)::integer FROM gone
$$;
--> statement-breakpoint
-- Which of these sessions still hold, and for which workspace: asked for all open streams of a process at once.
CREATE FUNCTION auth_live_sessions(wanted uuid[]) RETURNS TABLE (session_id uuid, workspace_id uuid) LANGUAGE sql
  STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.workspace_id FROM session s
  JOIN login l ON l.id = s.login_id AND l.disabled_at IS NULL
  JOIN membership m ON m.workspace_id = s.workspace_id AND m.login_id = s.login_id AND m.disabled_at IS NULL
  WHERE s.id = ANY (wanted) AND s.revoked_at IS NULL AND s.expires_at > now()
    AND s.last_seen_at > now() - interval '24 hours'
$$;
