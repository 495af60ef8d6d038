export const arrMovementKinds = ["new", "expansion", "contraction", "churn", "reactivation"] as const
export type ArrMovementKind = (typeof arrMovementKinds)[number]

/** A contract as an account's page shows it. Days are `YYYY-MM-DD`. */
export type ContractRow = {
  readonly id: string
  readonly externalId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly noticeOn: string | null
  readonly autoRenews: boolean
}

export type MovementRow = {
  readonly id: string
  readonly kind: ArrMovementKind
  readonly effectiveOn: string
  /** Signed change of annual recurring revenue. */
  readonly amountCents: number
  readonly currency: string
  readonly source: string
}
