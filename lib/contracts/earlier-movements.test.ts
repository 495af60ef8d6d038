import { expect, test } from "vitest"
import { earlierMovements } from "#lib/contracts/earlier-movements.ts"
import type { MovementRow } from "#lib/contracts/schema.ts"

const moved = (amountCents: number): MovementRow => ({
  id: String(amountCents),
  kind: "expansion",
  effectiveOn: "2026-11-01",
  amountCents,
  currency: "USD",
  source: "import",
})

test("what is left out is one sum, and with it the rows add up", () => {
  const shown = [moved(500), moved(-200)]
  const earlier = earlierMovements(shown, { count: 5, amountCents: 10_000 })
  expect(earlier).toEqual({ count: 3, amountCents: 9_700 })
})

test("nothing left out is no row", () => {
  expect(earlierMovements([moved(500)], { count: 1, amountCents: 500 })).toBeNull()
  expect(earlierMovements([], { count: 0, amountCents: 0 })).toBeNull()
})
