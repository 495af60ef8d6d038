import { z } from "zod"
import {
  type AccountSortKey,
  type AccountsQuery,
  accountFilterKeys,
  sortKeyOf,
  sortOf,
} from "#lib/accounts/list-query.ts"

/** A place in the list: the values of the row there by which the list is ordered. */
export type ListPlace = {
  /** What the list is sorted by; null where the row has no such value. */
  readonly value: string | number | null
  readonly arrCents: number | null
  readonly nameKey: string
  readonly id: string
}

export type ListPosition = { readonly direction: "after" | "before"; readonly place: ListPlace }

const storable = z
  .string()
  .max(2000)
  .refine((text) => !text.includes("\0"))

const written = z.tuple([
  z.literal(1),
  z.int(),
  z.union([storable, z.number(), z.null()]),
  z.int().nullable(),
  storable,
  z.uuid(),
])

/** A day as the database writes it: it knows no year nought. */
const day = z.iso.date().refine((text) => !text.startsWith("0000"))

/** What a place's value can be, by what the list is sorted by: anything else would be no value of its column. */
const values: Readonly<Record<AccountSortKey, z.ZodType<ListPlace["value"]>>> = {
  exposure: z.int().nullable(),
  name: storable,
  health: z.int().min(-32_768).max(32_767).nullable(),
  arr: z.int().nullable(),
  renewal: day.nullable(),
  owner: storable.nullable(),
  contact: day.nullable(),
}

/** A place as text for addresses. It is of use for the very filters and order in which it was cut. */
export function listCursor(query: AccountsQuery, place: ListPlace): string {
  const { value, arrCents, nameKey, id } = place
  const bytes = new TextEncoder().encode(
    JSON.stringify([1, fingerprint(query), value, arrCents, nameKey, id]),
  )
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")
}

/** The place that a cursor names; null when it is none, or was cut in a list of other filters or another order. */
export function readListCursor(query: AccountsQuery, cursor: string): ListPlace | null {
  const parsed = written.safeParse(parseCursor(cursor))
  if (!parsed.success) return null
  const [, cutFor, value, arrCents, nameKey, id] = parsed.data
  if (cutFor !== fingerprint(query) || !values[sortKeyOf(query)].safeParse(value).success) return null
  return { value, arrCents, nameKey, id }
}

/** Where the query's own cursor stands: null without one, "refused" for one of another list. */
export function listPosition(query: AccountsQuery): ListPosition | null | "refused" {
  const direction = query.after !== undefined ? "after" : "before"
  const cursor = query.after ?? query.before
  if (cursor === undefined) return null
  const place = readListCursor(query, cursor)
  return place ? { direction, place } : "refused"
}

function parseCursor(cursor: string): unknown {
  try {
    const binary = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))
    const bytes = Uint8Array.from(binary, (byte) => byte.charCodeAt(0))
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** FNV-1a of what decides the order and the rows; http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(query: AccountsQuery): number {
  const deciding = [sortOf(query), ...accountFilterKeys.map((key) => query[key])]
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(JSON.stringify(deciding)))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
