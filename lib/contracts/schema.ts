export const arrMovementKinds = ["new", "expansion", "contraction", "churn", "reactivation"] as const
export type ArrMovementKind = (typeof arrMovementKinds)[number]
