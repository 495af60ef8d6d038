"use server"

import { revalidatePath } from "next/cache"
import { answerAccess, askForAccess } from "#db/commands/access-requests.ts"
import { workspaceClock } from "#db/queries/workspaces.ts"
import { accessAnswered, accessAsked, answerRefusals } from "#lib/access/access-request.ts"
import { askedWords } from "#lib/access/asked-words.ts"
import { formatInstant } from "#lib/format/instant.ts"
import { accept } from "#lib/outcome.ts"
import { action } from "#lib/server/action.ts"

const lookAgain = () => revalidatePath("/admin", "layout")

export const askForPermission = action({
  permission: "access.request",
  input: accessAsked,
  words: {},
  run: async (tx, caller, input) => {
    const asked = await askForAccess(tx, caller, input)
    const { timeZone } = await workspaceClock(tx, caller)
    const { askedAt, ...told } = asked.value
    return accept(askedWords({ ...told, when: formatInstant(askedAt, { now: caller.now, timeZone }) }))
  },
  after: lookAgain,
})

export const answerRequest = action({
  permission: "member.write",
  input: accessAnswered,
  words: answerRefusals,
  run: answerAccess,
  after: lookAgain,
})
