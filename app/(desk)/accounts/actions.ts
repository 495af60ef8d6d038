"use server"

import { revalidatePath } from "next/cache"
import { z } from "zod"
import { setOverride } from "#db/commands/overrides.ts"
import { workspaceToday } from "#db/queries/workspaces.ts"
import { addDays, utcMidnight } from "#lib/format/calendar-day.ts"
import { overrideRefusals } from "#lib/health/override.ts"
import { action } from "#lib/server/action.ts"

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
  run: async (tx, caller, { expiresOn, ...input }) =>
    setOverride(tx, caller, {
      ...input,
      expiresAt: utcMidnight(addDays(expiresOn, 1)),
      day: await workspaceToday(tx, caller),
    }),
  after: () => revalidatePath("/accounts", "layout"),
})
