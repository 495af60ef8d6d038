import { z } from "zod"
import { isUuid } from "#lib/id.ts"

export type RowPlace = { readonly sortKey: string; readonly id: string }

const longest = 1_000
const place = z.tuple([z.string(), z.string().refine(isUuid)])

/** The place of a row in its list, as it stands in an address: its sort key and id, whatever letters are in them. */
export const formatRowCursor = ({ sortKey, id }: RowPlace): string =>
  encodeURIComponent(JSON.stringify([sortKey, id]))

/** The place that an address names; null for anything else, which is then the first page. */
export function readRowCursor(text: unknown): RowPlace | null {
  if (typeof text !== "string" || text.length > longest || text.includes("\0")) return null
  try {
    const parsed = place.safeParse(JSON.parse(text))
    return parsed.success && !parsed.data[0].includes("\0")
      ? { sortKey: parsed.data[0], id: parsed.data[1] }
      : null
  } catch {
    return null
  }
}
