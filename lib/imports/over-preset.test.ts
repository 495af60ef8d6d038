import { expect, test } from "vitest"
import { overPreset } from "./over-preset.ts"
import { importSettings } from "./settings.ts"

const preset = importSettings.parse({
  timeZone: "Europe/Berlin",
  sheet: "Book",
  columns: [
    { header: "Kunde", index: 0, use: "externalId" },
    { header: "Firma", index: 1, use: "name" },
    { header: "Umsatz", index: 2, use: "ignore" },
  ],
  repairs: [{ do: "read_numbers", column: 2, style: "comma" }],
})

test("what a program says counts, and what a person decided holds for the rest", () => {
  const given = { conflict: "skip", columns: [{ header: "Umsatz", index: 0, use: "arr" }] } as const
  expect(overPreset(preset, { ...given, columns: [...given.columns], day: "2026-11-16" })).toEqual({
    ...preset,
    conflict: "skip",
    day: "2026-11-16",
    columns: [...preset.columns.slice(0, 2), { header: "Umsatz", index: 0, use: "arr" }],
  })
  expect(overPreset(preset, { timeZone: null, sheet: null, columns: [] })).toEqual(preset)
})

test("two columns cannot be ignored by one word for both, and another sheet has other columns", () => {
  const ignored = overPreset(preset, { columns: [{ header: "Notiz", index: 0, use: "ignore" }] })
  expect(ignored.columns.map(({ header }) => header)).toEqual(["Kunde", "Firma", "Umsatz", "Notiz"])
  expect(overPreset(preset, { sheet: "Other" })).toMatchObject({ sheet: "Other", columns: [], repairs: [] })
})
