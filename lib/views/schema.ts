export const viewScopes = ["personal", "team"] as const
