export const importKinds = ["accounts"] as const
export type ImportKind = (typeof importKinds)[number]

export const syncRunStates = ["checking", "writing", "done", "refused", "failed"] as const
export type SyncRunState = (typeof syncRunStates)[number]
