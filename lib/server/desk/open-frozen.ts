import "server-only"
import { frozenView } from "#db/queries/frozen-views.ts"
import type { Caller } from "#lib/access/caller.ts"
import { readAsof } from "#lib/frozen/asof.ts"
import type { Search } from "#lib/urls/left-out.ts"
import { deskRead } from "./open-desk.ts"

/** A page as it was kept: what its reader gave, when, and what its address asked for. */
export type FrozenPage<Shown> = {
  readonly madeAt: Date
  readonly author: string
  readonly search: Readonly<Record<string, string>>
  readonly shown: Shown
}

/**
 * What a frozen link (`asof`) shows of a page; null for a live one, "gone" when nothing was kept here under its id.
 * Who keeps a page and who opens it agree on `Shown` by `frozenFormat`.
 */
export async function openFrozen<Shown>(
  caller: Caller,
  path: string,
  { asof }: Search,
): Promise<FrozenPage<Shown> | "gone" | null> {
  const id = readAsof(asof)
  if (id === null) return null
  const kept = await deskRead(caller, (tx) => frozenView(tx, caller, { id, path }))
  if (!kept) return "gone"
  const search = Object.fromEntries(new URLSearchParams(kept.query))
  return { madeAt: kept.madeAt, author: kept.author, search, shown: kept.shown as Shown }
}
