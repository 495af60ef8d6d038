"use server"

import { revalidatePath } from "next/cache"
import { z } from "zod"
import { noteJobAsked } from "#db/commands/jobs.ts"
import { removeStandard, setStandard } from "#db/commands/quality.ts"
import { setSourceTerms } from "#db/commands/sources.ts"
import { accept } from "#lib/outcome.ts"
import { standardRefusals } from "#lib/quality/decide-standard.ts"
import { termsRefusals } from "#lib/quality/decide-terms.ts"
import { sourceTerms, standardDraft } from "#lib/quality/schema.ts"
import { action } from "#lib/server/action.ts"
import { askMeasuring } from "#lib/server/jobs/ask-measuring.ts"

const lookAgain = () => revalidatePath("/data", "layout")

export const setQualityStandard = action({
  permission: "data.write",
  input: standardDraft,
  words: standardRefusals,
  run: setStandard,
  after: lookAgain,
})

export const removeQualityStandard = action({
  permission: "data.write",
  input: z.object({ id: z.uuid() }),
  words: {},
  run: removeStandard,
  after: lookAgain,
})

export const setTermsOfSource = action({
  permission: "data.write",
  input: sourceTerms,
  words: termsRefusals,
  run: setSourceTerms,
  after: lookAgain,
})

export const measureNow = action({
  permission: "data.write",
  input: z.object({}),
  words: {},
  run: async (tx, caller) => {
    await askMeasuring(caller.workspaceId)
    await noteJobAsked(tx, caller, { name: "measure-workspace", permission: "data.write" })
    return accept(null)
  },
})
