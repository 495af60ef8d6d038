import { timingSafeEqual } from "node:crypto"
import { inWorkspace } from "#db/in-workspace.ts"
import { publishedModels } from "#db/queries/health.ts"
import {
  modelDraftById,
  type PreviewedChunk,
  type PreviewedMove,
  previewChunk,
  type StoredDraft,
} from "#db/queries/model-preview.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { moveDirection } from "#lib/health/preview-answer.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import { env } from "#lib/platform/env.ts"
import { previewProof } from "./preview-proof.ts"

export type ModelPreview = StoredDraft & {
  readonly published: HealthModel
  readonly scored: number
  /** Who gets worse comes first, then by how far the value moves. */
  readonly moves: readonly PreviewedMove[]
  /** Proves that this very draft was previewed on this day; publishing asks for it. */
  readonly proof: string
}

/**
 * Scores every account of a model by its draft, a chunk of one short transaction at a time, and tells who changes
 * band. null when the draft is gone, or the version that it was made from is no longer in force.
 */
export async function previewModel(
  caller: Caller,
  { draftId, day }: { draftId: string; day: string },
): Promise<ModelPreview | null> {
  assertCan(caller, "health.model.write")
  const { draft, models } = await inWorkspace(caller, async (tx) => ({
    draft: await modelDraftById(tx, caller, { draftId }),
    models: await publishedModels(tx, caller),
  }))
  const published = draft && models.find(({ name }) => name === draft.model.name)
  if (!published || published.version + 1 !== draft.model.version) return null
  let scored = 0
  const moves: PreviewedMove[] = []
  const asked = { models, published, draft: draft.model, day }
  for (let after: string | null = null; ; ) {
    const chunk: PreviewedChunk = await chunkOf(caller, { ...asked, after })
    scored += chunk.scored
    moves.push(...chunk.moves)
    if (chunk.next === null) break
    after = chunk.next
  }
  const proof = proofOf(caller, { draftId, day })
  return { ...draft, published, scored, moves: moves.toSorted(worseFirst), proof }
}

const chunkOf = (caller: Caller, asked: Parameters<typeof previewChunk>[2]): Promise<PreviewedChunk> =>
  inWorkspace(caller, (tx) => previewChunk(tx, caller, asked))

const order = { worse: 0, other: 1, better: 2 } as const
const distance = ({ from, to }: PreviewedMove) => Math.abs((to.value ?? 0) - (from.value ?? 0))
const worseFirst = (a: PreviewedMove, b: PreviewedMove): number =>
  order[moveDirection(a)] - order[moveDirection(b)] || distance(b) - distance(a) || (a.name < b.name ? -1 : 1)

const proofOf = ({ workspaceId }: Caller, { draftId, day }: { draftId: string; day: string }): string =>
  previewProof(env().NEXTAUTH_SECRET ?? "", { workspaceId, draftId, day })

/** Whether a preview of this draft was made today: nobody publishes what nobody saw. */
export function isPreviewed(
  caller: Caller,
  { draftId, day, proof }: { draftId: string; day: string; proof: string },
): boolean {
  const expected = Buffer.from(proofOf(caller, { draftId, day }))
  const given = Buffer.from(proof)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
