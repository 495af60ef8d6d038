import fc from "fast-check"
import { expect, test } from "vitest"
import { nameWords, phraseIn } from "./name-words.ts"

test.each([
  ["DaysSinceLastLogin", " days since last login "],
  ["days_since_last_login", " days since last login "],
  ["NPSScore", " nps score "],
  ["ARR (USD)", " arr usd "],
  ["tickets30d", " tickets30d "],
  ["", "  "],
])("%s reads as words", (name, words) => {
  expect(nameWords(name)).toBe(words)
})

test("phrases match whole words and their plural, not parts of words", () => {
  expect(phraseIn(nameWords("OpenTickets"), ["ticket"])).toBe("ticket")
  expect(phraseIn(nameWords("PhoneService"), ["phone number"])).toBeNull()
  expect(phraseIn(nameWords("Average usage"), ["age"])).toBeNull()
})

test("reading words a second time changes nothing", () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(nameWords(nameWords(name))).toBe(nameWords(name))
    }),
  )
})
