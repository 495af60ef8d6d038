"use server"

import { z } from "zod"
import { bringBackToday, putAwayToday } from "#db/commands/today.ts"
import { action } from "#lib/server/action.ts"
import { itemKey, markInput } from "#lib/today/schema.ts"

export const putAway = action({
  permission: "view.write",
  input: markInput,
  words: {},
  run: putAwayToday,
})

export const bringBack = action({
  permission: "view.write",
  input: z.object({ itemKey }),
  words: {},
  run: bringBackToday,
})
