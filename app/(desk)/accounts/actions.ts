"use server"

import { revalidatePath } from "next/cache"
import { z } from "zod"
import type { OwnersTold } from "#components/accounts/owner-dialog.tsx"
import { assignOwner, undoOwners } from "#db/commands/account-owners.ts"
import { setOverride } from "#db/commands/overrides.ts"
import { removeView, renameView, restoreView, rewriteView, saveView } from "#db/commands/views.ts"
import { assignableOwners } from "#db/queries/list-owners.ts"
import { workspaceClock } from "#db/queries/workspaces.ts"
import {
  type AssignOwnerRefusal,
  assignOwnerInput,
  assignOwnerRefusals,
  type UndoOwnersRefusal,
  undoOwnersInput,
  undoOwnersRefusals,
} from "#lib/accounts/assign-owner.ts"
import { overrideRefusals } from "#lib/health/override.ts"
import { accept, type Outcome } from "#lib/outcome.ts"
import { action } from "#lib/server/action.ts"
import { endOfDay } from "#lib/time/end-of-day.ts"
import {
  renameViewInput,
  rewriteViewInput,
  saveViewInput,
  viewInput,
  viewRefusals,
} from "#lib/views/schema.ts"

const judgement = z.object({
  accountId: z.uuid(),
  score: z.number("Give a whole number from 0 to 100.").nullable(),
  reason: z
    .string()
    .trim()
    .max(2000, "At most 2,000 characters.")
    .refine((text) => !text.includes("\0"), "A character in it cannot be stored."),
  expiresOn: z.iso.date("Choose a day."),
})

export const judgeHealth = action({
  permission: "health.override",
  input: judgement,
  words: overrideRefusals,
  run: async (tx, caller, { expiresOn, ...input }) => {
    const { timeZone, today } = await workspaceClock(tx, caller)
    return setOverride(tx, caller, { ...input, expiresAt: endOfDay(expiresOn, timeZone), day: today })
  },
  after: () => revalidatePath("/accounts", "layout"),
})

const lookAgain = () => revalidatePath("/accounts", "layout")

const ownership = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("people") }),
  assignOwnerInput.extend({ kind: z.literal("assign") }),
  undoOwnersInput.extend({ kind: z.literal("undo") }),
])

/** Whom accounts can be given to, giving them, and taking that back. */
export const changeOwners = action({
  permission: "account.write",
  input: ownership,
  words: { ...assignOwnerRefusals, ...undoOwnersRefusals },
  run: async (tx, caller, input): Promise<Outcome<OwnersTold, AssignOwnerRefusal | UndoOwnersRefusal>> => {
    switch (input.kind) {
      case "people": {
        const people = await assignableOwners(tx, caller)
        return accept({
          kind: "people",
          people: people.map(({ id, name, accounts }) => ({ id, name, accounts })),
        })
      }
      case "assign": {
        const assigned = await assignOwner(tx, caller, input)
        return assigned.ok ? accept({ kind: "assigned", ...assigned.value }) : assigned
      }
      case "undo": {
        const undone = await undoOwners(tx, caller, input)
        return undone.ok ? accept({ kind: "undone", ...undone.value }) : undone
      }
    }
  },
  after: ({ kind }) => {
    if (kind !== "people") lookAgain()
  },
})

const viewChange = z.discriminatedUnion("kind", [
  saveViewInput.extend({ kind: z.literal("save") }),
  rewriteViewInput.extend({ kind: z.literal("rewrite") }),
  renameViewInput.extend({ kind: z.literal("rename") }),
  viewInput.extend({ kind: z.literal("remove") }),
  viewInput.extend({ kind: z.literal("restore") }),
])

export const changeView = action({
  permission: "view.write",
  input: viewChange,
  words: viewRefusals,
  run: (tx, caller, input) => {
    switch (input.kind) {
      case "save":
        return saveView(tx, caller, input)
      case "rewrite":
        return rewriteView(tx, caller, input)
      case "rename":
        return renameView(tx, caller, input)
      case "remove":
        return removeView(tx, caller, input)
      case "restore":
        return restoreView(tx, caller, input)
    }
  },
  after: lookAgain,
})
