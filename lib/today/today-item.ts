import type { TodayKind } from "./schema.ts"

/** One thing that asks for attention, before it is ranked. */
export type TodayItem = {
  /** Names it by its cause: a new cause is a new thing. */
  readonly key: string
  readonly kind: TodayKind
  readonly accountId: string | null
  readonly name: string
  readonly href: string
  readonly why: string
  /** Null when it has no day of its own: then it is for today. */
  readonly dueOn: string | null
  readonly ownerName: string | null
  /** ARR that hangs on it, in hundredths; null when unknown. */
  readonly arrCents: number | null
  /** Points of its kind, 0 to 60, and what they are for. */
  readonly urgency: { readonly points: number; readonly words: string }
}
