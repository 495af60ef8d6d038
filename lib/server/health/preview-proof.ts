import { createHmac } from "node:crypto"

/** Proves that a draft was previewed on a day in a workspace: only who holds the secret can make it. */
export const previewProof = (
  secret: string,
  { workspaceId, draftId, day }: { workspaceId: string; draftId: string; day: string },
): string =>
  createHmac("sha256", secret)
    .update(JSON.stringify(["preview", workspaceId, draftId, day]))
    .digest("hex")
