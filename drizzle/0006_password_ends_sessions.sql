-- A new password, or a sign-in that is shut, ends every session that the old one opened.
CREATE OR REPLACE FUNCTION tell_login_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('csops_session', s.id::text) FROM session s WHERE s.login_id = NEW.id AND s.revoked_at IS NULL;
  IF NEW.password_hash IS DISTINCT FROM OLD.password_hash
    OR (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL) THEN
    UPDATE session s SET revoked_at = now() WHERE s.login_id = NEW.id AND s.revoked_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
