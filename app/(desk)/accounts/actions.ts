"use server"

import { revalidatePath } from "next/cache"
import { z } from "zod"
import { setOverride } from "#db/commands/overrides.ts"
import { workspaceClock } from "#db/queries/workspaces.ts"
import { overrideRefusals } from "#lib/health/override.ts"
import { action } from "#lib/server/action.ts"
import { endOfDay } from "#lib/time/end-of-day.ts"

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
