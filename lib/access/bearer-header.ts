/** Our tokens: 32 random bytes in base64url. */
const tokenForm = /^[A-Za-z0-9_-]{43}$/

/**
 * What an `Authorization` header says about an access token (RFC 6750, section 2.1). Another scheme, such as the
 * Basic of a proxy in front, says nothing; a Bearer header without a possible token has the token null.
 */
export function readBearer(
  header: string | null,
): { readonly isBearer: false } | { readonly isBearer: true; readonly token: string | null } {
  const [, scheme = "", rest = ""] = /^\s*(\S*)\s*(.*)$/s.exec(header ?? "") ?? []
  if (scheme.toLowerCase() !== "bearer") return { isBearer: false }
  const token = rest.trimEnd()
  return { isBearer: true, token: tokenForm.test(token) ? token : null }
}
