-- Logins and sessions stay closed to the app role: what an admin of a workspace sees and changes of them goes through
-- these functions, which look no further than the workspace that the transaction named.
CREATE FUNCTION admin_members()
  RETURNS TABLE (login_id uuid, name text, email text, role role, person_id uuid, disabled_at timestamptz,
    is_login_disabled boolean, open_sessions integer, last_seen_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT l.id, l.name, l.email, m.role, m.person_id, m.disabled_at, l.disabled_at IS NOT NULL,
    (SELECT count(*)::integer FROM session s WHERE s.login_id = l.id AND s.workspace_id = m.workspace_id
      AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '24 hours'),
    (SELECT max(s.last_seen_at) FROM session s WHERE s.login_id = l.id AND s.workspace_id = m.workspace_id)
  FROM membership m JOIN login l ON l.id = m.login_id
  WHERE m.workspace_id = csops_workspace()
$$;
--> statement-breakpoint
-- A login that is shut out loses its sessions here, so that none comes back when it is let in again.
CREATE FUNCTION admin_set_member(wanted_login uuid, new_role role, is_disabled boolean) RETURNS boolean LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE changed integer;
BEGIN
  UPDATE membership m SET role = new_role,
      disabled_at = CASE WHEN is_disabled THEN coalesce(m.disabled_at, now()) END
    WHERE m.workspace_id = csops_workspace() AND m.login_id = wanted_login;
  GET DIAGNOSTICS changed = ROW_COUNT;
  IF changed > 0 AND is_disabled THEN
    UPDATE session s SET revoked_at = now()
      WHERE s.login_id = wanted_login AND s.workspace_id = csops_workspace() AND s.revoked_at IS NULL;
  END IF;
  RETURN changed > 0;
END $$;
--> statement-breakpoint
-- The open sessions that stand in the workspace, and those of one login wherever they stand.
CREATE FUNCTION admin_sessions(own_login uuid)
  RETURNS TABLE (session_id uuid, login_id uuid, name text, user_agent text, created_at timestamptz,
    last_seen_at timestamptz, expires_at timestamptz, is_here boolean) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT s.id, l.id, l.name, s.user_agent, s.created_at, s.last_seen_at, s.expires_at, s.workspace_id = csops_workspace()
  FROM session s
  JOIN login l ON l.id = s.login_id AND l.disabled_at IS NULL
  JOIN membership m ON m.login_id = s.login_id AND m.workspace_id = csops_workspace()
  WHERE s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '24 hours'
    AND (s.workspace_id = csops_workspace() OR s.login_id = own_login)
$$;
--> statement-breakpoint
-- Ends those of the wanted sessions that are one's own or, with the right to end any, stand in the workspace.
CREATE FUNCTION admin_end_sessions(wanted uuid[], own_login uuid, may_end_any boolean)
  RETURNS TABLE (session_id uuid, login_id uuid) LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE gone record;
BEGIN
  FOR gone IN
    UPDATE session s SET revoked_at = now()
    WHERE s.id = ANY (wanted) AND s.revoked_at IS NULL
      AND (s.login_id = own_login OR (may_end_any AND s.workspace_id = csops_workspace()))
    RETURNING s.id, s.login_id
  LOOP
    PERFORM pg_notify('csops_session', gone.id::text);
    session_id := gone.id;
    login_id := gone.login_id;
    RETURN NEXT;
  END LOOP;
END $$;
