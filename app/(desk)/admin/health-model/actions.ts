"use server"

import { revalidatePath } from "next/cache"
import { z } from "zod"
import { publishDraft, saveModelDraft } from "#db/commands/model-drafts.ts"
import { workspaceClock } from "#db/queries/workspaces.ts"
import { draftRefusals, modelDraft } from "#lib/health/model-draft.ts"
import { refuse } from "#lib/outcome.ts"
import { action } from "#lib/server/action.ts"
import { isPreviewed } from "#lib/server/health/preview-model.ts"

export const draftModel = action({
  permission: "health.model.write",
  input: z.object({ modelId: z.uuid(), draft: modelDraft }),
  words: draftRefusals,
  run: saveModelDraft,
})

export const publishModelDraft = action({
  permission: "health.model.write",
  input: z.object({
    draftId: z.uuid(),
    proof: z.string().max(200),
    reason: z
      .string()
      .trim()
      .min(10, "Say why in at least 10 letters.")
      .max(1000, "At most 1,000 characters.")
      .refine((text) => !text.includes("\0"), "A character in it cannot be stored."),
  }),
  words: {
    ...draftRefusals,
    not_previewed: "This draft was not previewed today. Preview it, then publish.",
  },
  run: async (tx, caller, { draftId, proof, reason }) => {
    const { today } = await workspaceClock(tx, caller)
    if (!isPreviewed(caller, { draftId, day: today, proof })) return refuse("not_previewed")
    return publishDraft(tx, caller, { draftId, reason })
  },
  after: () => revalidatePath("/", "layout"),
})
