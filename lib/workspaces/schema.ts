export const workspaceKinds = ["demo", "own"] as const
export type WorkspaceKind = (typeof workspaceKinds)[number]
