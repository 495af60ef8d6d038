import type { ArrMovementKind } from "#lib/contracts/schema.ts"

type Opening = { readonly kind: ArrMovementKind; readonly day: string }
type Loaded = { readonly kind: ArrMovementKind; readonly day: string; readonly amountCents: number }

/**
 * What an account's first known movement must give back when history from before it is loaded, in cents, signed; 0 for
 * nothing. A first movement that is "new" was the whole sum of its day, stated without its history: what came before is
 * part of it, and would count twice. Earlier movements that cancel each other (won, lost, won again) take nothing back.
 * Days are `YYYY-MM-DD`; another "new" of the very day is that same beginning, told twice.
 */
export function openingCorrection(opening: Opening | null, loaded: readonly Loaded[]): number {
  if (opening?.kind !== "new") return 0
  const before = loaded.filter(
    ({ day, kind }) => day < opening.day || (day === opening.day && kind === "new"),
  )
  // Zero, not minus zero, when nothing came before.
  return 0 - before.reduce((sum, { amountCents }) => sum + amountCents, 0)
}
