"use server"

import { z } from "zod"
import { bringBackToday, putAwayToday } from "#db/commands/today.ts"
import { action } from "#lib/server/action.ts"
import { itemKey, markInput } from "#lib/today/schema.ts"
import { forgetDue } from "./due-now.ts"

export const putAway = action({
  permission: "view.write",
  input: markInput,
  words: {},
  run: async (tx, caller, input) => {
    const outcome = await putAwayToday(tx, caller, input)
    forgetDue({ caller })
    return outcome
  },
})

export const bringBack = action({
  permission: "view.write",
  input: z.object({ itemKey }),
  words: {},
  run: async (tx, caller, input) => {
    const outcome = await bringBackToday(tx, caller, input)
    forgetDue({ caller })
    return outcome
  },
})
