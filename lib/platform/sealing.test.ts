import { expect, test } from "vitest"
import { newSealingKey, type Place, seal, unseal } from "#lib/platform/sealing.ts"

const key = newSealingKey()
const place: Place = { workspaceId: "w", table: "contact", column: "name", rowId: "c1" }
const text = Buffer.from("Zoë Müller")

test("what is sealed opens again, and never looks the same twice", () => {
  const first = seal(key, text, place)
  expect(unseal(key, first, place)).toEqual(text)
  expect(seal(key, text, place)).not.toEqual(first)
  expect(first.includes(text)).toBe(false)
})

test("every changed byte is refused", () => {
  const sealed = seal(key, text, place)
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => unseal(key, changed, place), `byte ${at}`).toThrow()
  }
})

test.each([1, 4, 8, 12, 20])("%i bytes cut from the end are refused", (bytes) => {
  const sealed = seal(key, text, place)
  expect(() => unseal(key, sealed.subarray(0, sealed.length - bytes), place)).toThrow()
})

test.each(["workspaceId", "table", "column", "rowId"] as const)(
  "a value moved to another %s is refused",
  (part) => {
    const sealed = seal(key, text, place)
    expect(() => unseal(key, sealed, { ...place, [part]: "other" })).toThrow()
  },
)

test("another key opens nothing", () => {
  expect(() => unseal(newSealingKey(), seal(key, text, place), place)).toThrow()
})
