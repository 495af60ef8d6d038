import fc from "fast-check"
import { expect, test } from "vitest"
import { scoreAccount } from "./score.ts"
import { partsDay, restoredScore, storedScore } from "./stored-score.ts"
import { worlds } from "./testing/worlds.ts"

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test("whatever was scored comes back as it was", () => {
  fc.assert(
    fc.property(worlds, ({ model, readings, asOf }) => {
      const score = scoreAccount({ model, readings, asOf })
      const { value, exact, band } = score
      const kept = { model, day: asOf, value, exact, band, stored: throughJson(storedScore(score)) }
      expect(restoredScore(kept)).toEqual(score)
    }),
  )
})

test("a whole score, as it was kept before, comes back as well", () => {
  fc.assert(
    fc.property(worlds, ({ model, readings, asOf }) => {
      const score = scoreAccount({ model, readings, asOf })
      const { value, exact, band } = score
      expect(restoredScore({ model, day: asOf, value, exact, band, stored: throughJson(score) })).toEqual(
        score,
      )
    }),
  )
})

test("a day on which only time passed has the parts of the day before", () => {
  fc.assert(
    fc.property(worlds, ({ model, readings, asOf }) => {
      const lasting = { ...model, measures: model.measures.map((one) => ({ ...one, maxAgeDays: null })) }
      const past = readings.filter((reading) => reading.observedOn <= asOf)
      const [today, tomorrow] = [asOf, "2026-11-21"].map((day) =>
        storedScore(scoreAccount({ model: lasting, readings: past, asOf: day })),
      )
      expect(tomorrow).toEqual(today)
    }),
  )
})

test("a score that shares its parts names their day", () => {
  expect(partsDay({ partsOn: "2026-11-16", bands: { redUpTo: 50, yellowUpTo: 75 } })).toBe("2026-11-16")
  expect(partsDay({ parts: [] })).toBeNull()
})
