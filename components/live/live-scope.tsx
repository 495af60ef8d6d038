"use client"

import { useEffect } from "react"
import { showAccounts } from "#components/live/shown-accounts.ts"

/** Stands on a page that shows these accounts only: changes of others do not make it look again. */
export function LiveScope({ accountIds }: { accountIds: readonly string[] }) {
  const key = accountIds.join(" ")
  useEffect(() => showAccounts(key.split(" ")), [key])
  return null
}
