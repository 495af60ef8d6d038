import type { ArrMovementKind } from "#lib/contracts/schema.ts"

type Given = {
  /** Sum of the account's movements up to the day. */
  readonly presentCents: number
  /** Whether the account ever had a movement. */
  readonly hasHistory: boolean
  readonly statedCents: number
}

/**
 * The movement that brings an account's annual recurring revenue to the stated sum; null when it is there already.
 * From nothing to something is new business the first time and a reactivation later; to nothing is churn.
 */
export function decideArrMovement({ presentCents, hasHistory, statedCents }: Given): {
  kind: ArrMovementKind
  amountCents: number
} | null {
  const amountCents = statedCents - presentCents
  if (amountCents === 0) return null
  if (presentCents === 0) return { kind: hasHistory ? "reactivation" : "new", amountCents }
  if (statedCents === 0) return { kind: "churn", amountCents }
  return { kind: amountCents > 0 ? "expansion" : "contraction", amountCents }
}
