/** What the parts of the page have said they show; without any word a page may show every account. */
const scopes = new Set<readonly string[]>()

export type Urgency = "now" | "soon" | "never"

/** Says that the page shows these accounts and no others, until the returned function is called. */
export function showAccounts(accountIds: readonly string[]): () => void {
  const scope = [...accountIds]
  scopes.add(scope)
  return () => scopes.delete(scope)
}

/**
 * How soon a page must look again after an event: at once when it names an account of the page, never when it names
 * others only, and when it may concern every account, or the page shows no certain ones, soon.
 */
export function urgencyOf(accounts: readonly string[] | null): Urgency {
  if (accounts === null || scopes.size === 0) return "soon"
  for (const scope of scopes) if (accounts.some((id) => scope.includes(id))) return "now"
  return "never"
}
