/** More ids than this are not told: then an event concerns every account. */
const mostTold = 200

/**
 * The accounts that an event concerns, as far as it names them; null when it may concern any. A list that was cut
 * at its limit names not all of them.
 */
export function touchedAccounts({
  accountId,
  payload,
}: {
  readonly accountId: string | null
  readonly payload: unknown
}): readonly string[] | null {
  if (accountId !== null) return [accountId]
  if (typeof payload !== "object" || payload === null) return null
  const { accountIds } = payload as { accountIds?: unknown }
  if (!Array.isArray(accountIds) || accountIds.length >= mostTold) return null
  return accountIds.filter((id) => typeof id === "string")
}

/** What a told event says of its accounts; null, every account, also for what cannot be read. */
export function accountsTold(data: string): readonly string[] | null {
  try {
    const { accounts } = JSON.parse(data) as { accounts?: unknown }
    return Array.isArray(accounts) ? accounts.filter((id) => typeof id === "string") : null
  } catch {
    return null
  }
}
