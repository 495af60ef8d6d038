/**
 * Where to go after signing in: a path of our own, or the start page. Anything that a browser could read as
 * another site ("//host", "/\host", a scheme) is not followed.
 */
export function nextPath(asked: string | undefined | null): string {
  if (!asked?.startsWith("/") || /^\/[/\\]/.test(asked) || /[\p{Cc}\\]/u.test(asked)) return "/home"
  return asked
}
