import { z } from "zod"
import { freezable } from "./can-freeze.ts"

/** The shape of what is kept. It rises when a page's reader gives something else: what is older is not read. */
export const frozenFormat = 1

/** What one page may take, as text. */
export const mostFrozenCharacters = 4_000_000
/** So many pages a person may keep in 24 hours. */
export const mostFrozenADay = 200

export const freezeInput = z.object({
  path: z.string().max(300).regex(freezable),
  /** Parameters of the address, without the question mark. */
  query: z.string().max(4000),
})
export type FreezeInput = z.infer<typeof freezeInput>

export type Frozen = { readonly id: string; readonly madeAt: string }

export type FreezeRefusal = "nothing_there" | "too_many" | "too_large"

export const freezeRefusals: Readonly<Record<FreezeRefusal, string>> = {
  nothing_there: "This page shows nothing that could be kept. Share the live link.",
  too_many: "You have kept 200 pages since yesterday. Share the live link, or keep this one tomorrow.",
  too_large: "This page shows too much to be kept. Narrow it first.",
}
