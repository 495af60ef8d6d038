import { expect, test } from "vitest"
import { readSettingsForm } from "#components/imports/read-settings-form.ts"
import { importSettings } from "#lib/imports/settings.ts"

const before = importSettings.parse({
  day: "2026-11-01",
  columns: [{ header: "old", index: 0, use: "name" }],
  repairs: [{ do: "keep", which: "first" }],
})

const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields)

test("the columns of the form take the place of those before, and repairs stay", () => {
  const read = readSettingsForm(
    form({ "use.0": "externalId", "header.0": "id", "use.2": "ignore", "header.2": "note" }),
    before,
  )
  expect(read?.columns).toEqual([
    { header: "id", index: 0, use: "externalId" },
    { header: "note", index: 2, use: "ignore" },
  ])
  expect(read?.repairs).toEqual(before.repairs)
  expect(read?.day).toBe("2026-11-01")
})

test("a file that is read otherwise has other columns: they are guessed anew and repairs fall away", () => {
  const read = readSettingsForm(
    form({ separator: ";", "use.0": "externalId", "header.0": "id,name" }),
    before,
  )
  expect(read).toMatchObject({ separator: ";", columns: [], repairs: [] })
})

test("an empty choice is a guess again", () => {
  const chosen = { ...before, encoding: "windows-1252" as const, timeZone: "Europe/Berlin" }
  expect(readSettingsForm(form({ encoding: "", time_zone: "", day: "" }), chosen)).toMatchObject({
    encoding: null,
    timeZone: null,
    day: null,
  })
})

test.each<[string, Readonly<Record<string, string>>]>([
  ["an encoding", { encoding: "ebcdic" }],
  ["a time zone", { time_zone: "Mars/Olympus" }],
  ["a day", { day: "31.12.2026" }],
  ["a mode", { conflict: "destroy" }],
])("%s that is none of the choices is refused", (_, fields) => {
  expect(readSettingsForm(form(fields), before)).toBeNull()
})
