import { expect, test } from "vitest"
import { commonBands } from "#lib/health/common-bands.ts"

test("edges are told where all models agree, and only there", () => {
  const usual = { bands: { redUpTo: 50, yellowUpTo: 75 } }
  expect(commonBands([usual])).toEqual({ redUpTo: 50, yellowUpTo: 75 })
  expect(commonBands([usual, { bands: { redUpTo: 50, yellowUpTo: 75 } }])).toEqual(usual.bands)
  expect(commonBands([usual, { bands: { redUpTo: 40, yellowUpTo: 75 } }])).toBeNull()
  expect(commonBands([])).toBeNull()
})
