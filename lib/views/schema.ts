import { z } from "zod"

export const viewScopes = ["personal", "team"] as const
export type ViewScope = (typeof viewScopes)[number]

/** Pages that keep views, by their addresses. */
export const viewPages = ["/accounts"] as const
export type ViewPage = (typeof viewPages)[number]

/** So many views the team keeps for a page, and each person. */
export const mostViews = 50

/** A state of a page under a name. */
export type View = {
  /** A uuid, or the word of a built-in view. */
  readonly id: string
  readonly scope: ViewScope | "built_in"
  readonly name: string
  /** Parameters of the page's address, normalised, without the question mark; empty for the page as it is. */
  readonly query: string
  /** Whether the caller may rename, rewrite and remove it. */
  readonly mayChange: boolean
}

const name = z
  .string()
  .trim()
  .min(1, "Give the view a name.")
  .max(60, "The name has more than 60 characters.")
  .regex(/^\P{C}*$/u, "The name has characters that cannot be shown.")

const query = z.string().max(4000)
const viewId = z.uuid()

export const saveViewInput = z.object({
  page: z.enum(viewPages),
  scope: z.enum(viewScopes),
  name,
  /** Parameters of the address as they are; what is no part of a view is dropped. */
  query,
})
export type SaveViewInput = z.infer<typeof saveViewInput>

export const rewriteViewInput = z.object({ viewId, query })
export type RewriteViewInput = z.infer<typeof rewriteViewInput>

export const renameViewInput = z.object({ viewId, name })
export type RenameViewInput = z.infer<typeof renameViewInput>

export const viewInput = z.object({ viewId })
export type ViewInput = z.infer<typeof viewInput>

export type ViewRefusal = "name_taken" | "too_many" | "gone"

export const viewRefusals: Readonly<Record<ViewRefusal, string>> = {
  name_taken: "Another view has this name. Choose another name.",
  too_many: "50 views are kept for one page. Remove one first.",
  gone: "This view does not exist any more.",
}
