"use server"

import { revalidatePath } from "next/cache"
import { z } from "zod"
import { assignOwner, undoOwners } from "#db/commands/account-owners.ts"
import { setOverride } from "#db/commands/overrides.ts"
import { removeView, restoreView, rewriteView, saveView } from "#db/commands/views.ts"
import { assignableOwners } from "#db/queries/list-owners.ts"
import { workspaceClock } from "#db/queries/workspaces.ts"
import {
  assignOwnerInput,
  assignOwnerRefusals,
  undoOwnersInput,
  undoOwnersRefusals,
} from "#lib/accounts/assign-owner.ts"
import { overrideRefusals } from "#lib/health/override.ts"
import { accept } from "#lib/outcome.ts"
import { action } from "#lib/server/action.ts"
import { endOfDay } from "#lib/time/end-of-day.ts"
import { rewriteViewInput, saveViewInput, viewInput, viewRefusals } from "#lib/views/schema.ts"

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

/** Whom accounts can be given to, nobody at last. */
export const ownersToAssign = action({
  permission: "account.write",
  input: z.object({}),
  words: {},
  run: async (tx, caller) => {
    const owners = await assignableOwners(tx, caller)
    const people = owners.map(({ id, name, accounts }) => ({ id, name, accounts }))
    return accept([...people, { id: null, name: "Nobody", accounts: 0 }])
  },
})

export const assignAccounts = action({
  permission: "account.write",
  input: assignOwnerInput,
  words: assignOwnerRefusals,
  run: assignOwner,
  after: lookAgain,
})

export const undoAssignment = action({
  permission: "account.write",
  input: undoOwnersInput,
  words: undoOwnersRefusals,
  run: undoOwners,
  after: lookAgain,
})

export const keepView = action({
  permission: "view.write",
  input: saveViewInput,
  words: viewRefusals,
  run: saveView,
  after: lookAgain,
})

export const renewView = action({
  permission: "view.write",
  input: rewriteViewInput,
  words: viewRefusals,
  run: rewriteView,
  after: lookAgain,
})

export const dropView = action({
  permission: "view.write",
  input: viewInput,
  words: viewRefusals,
  run: removeView,
  after: lookAgain,
})

export const bringViewBack = action({
  permission: "view.write",
  input: viewInput,
  words: viewRefusals,
  run: restoreView,
  after: lookAgain,
})
