import { z } from "zod"
import { accountsQuery } from "#lib/accounts/list-query.ts"

/** More accounts than this are not given to somebody at once. */
export const mostAssigned = 2_000

/** An assignment can be taken back for so long. */
export const undoOwnersHours = 24

/** Accounts chosen one by one, or all that a list of these filters shows. */
const chosen = z.union([
  z.object({ accountIds: z.array(z.uuid()).min(1).max(mostAssigned) }),
  z.object({ query: accountsQuery }),
])
export type ChosenAccounts = z.infer<typeof chosen>

export const assignOwnerInput = z.object({
  chosen,
  /** A person who works here; null leaves the accounts without an owner. */
  ownerId: z.uuid().nullable(),
  /** How many accounts the person was told: another number is refused, for it would be another choice. */
  expected: z.int().min(0).optional(),
})
export type AssignOwnerInput = z.infer<typeof assignOwnerInput>

export type AssignOwnerRefusal = "too_many" | "count_changed" | "nobody_such" | "none_chosen"

export const assignOwnerRefusals: Readonly<Record<AssignOwnerRefusal, string>> = {
  too_many: "At most 2,000 accounts can change owner at once. Narrow the filters.",
  count_changed: "The accounts that match have changed since. Look at the list and choose again.",
  nobody_such: "This person does not work here any more. Choose another owner.",
  none_chosen: "No account matches. Nothing was changed.",
}

export type OwnersAssigned = {
  /** Accounts that have another owner now. */
  readonly changed: number
  /** Accounts that had this owner already. */
  readonly unchanged: number
  readonly ownerName: string | null
  /** What `undoOwners` takes back; null when nothing changed. */
  readonly eventId: string | null
}

export const undoOwnersInput = z.object({ eventId: z.uuid() })
export type UndoOwnersInput = z.infer<typeof undoOwnersInput>

export type UndoOwnersRefusal = "nothing_to_undo" | "too_late" | "already_undone" | "changed_since"

export const undoOwnersRefusals: Readonly<Record<UndoOwnersRefusal, string>> = {
  nothing_to_undo: "There is no such change of owners here.",
  too_late: "A change of owners can be undone for 24 hours. Assign the accounts anew.",
  already_undone: "This change of owners is undone already.",
  changed_since: "All of these accounts were changed since, so nothing was undone.",
}

export type OwnersUndone = {
  /** Accounts that have their former owner again. */
  readonly restored: number
  /** Accounts that somebody gave to another owner since; they stay as they are. */
  readonly leftAlone: number
  /** What happened, in one or two sentences. */
  readonly words: string
}
