import { z } from "zod"
import { ownerIsMe } from "#lib/accounts/list-query.ts"
import { segments } from "#lib/accounts/schema.ts"

/** The scope of the frame: which accounts a page is about, by segment, by the owner's team, by owner. */
export const narrowing = z.object({
  seg: z.enum(segments).optional().catch(undefined),
  team: z.uuid().optional().catch(undefined),
  owner: z
    .union([z.uuid(), z.literal(ownerIsMe)])
    .optional()
    .catch(undefined),
})
export type Narrowing = Readonly<z.infer<typeof narrowing>>

export const isNarrowed = ({ seg, team, owner }: Narrowing): boolean =>
  seg !== undefined || team !== undefined || owner !== undefined

/** Whoever names an owner or a team has said whose accounts the page is about. */
export const saysWhose = ({ team, owner }: Narrowing): boolean => team !== undefined || owner !== undefined

export type ScopeChip = { readonly key: keyof Narrowing; readonly label: string }

/** Each part of the scope in words. A person or team that is not there is said to be unknown. */
export function scopeChips(
  { seg, team, owner }: Narrowing,
  names: { readonly teamName?: string | undefined; readonly ownerName?: string | undefined },
): ScopeChip[] {
  const chips: ScopeChip[] = []
  if (seg !== undefined) chips.push({ key: "seg", label: `Segment: ${seg}` })
  if (team !== undefined) chips.push({ key: "team", label: `Team: ${names.teamName ?? "unknown"}` })
  if (owner !== undefined)
    chips.push({
      key: "owner",
      label: `Owner: ${owner === ownerIsMe ? "me" : (names.ownerName ?? "unknown")}`,
    })
  return chips
}
