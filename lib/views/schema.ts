export const viewScopes = ["personal", "team"] as const
export type ViewScope = (typeof viewScopes)[number]
