import fc from "fast-check"
import { expect, test } from "vitest"
import { wrapWords } from "#lib/charts/wrap-words.ts"

const letters = (text: string) => text.length

test("lines break at blanks, a long word stands alone, a unit stays with its number", () => {
  expect(wrapWords("Health in points of 100", 10, letters)).toEqual(["Health in", "points of", "100"])
  expect(wrapWords("a verylongword b", 6, letters)).toEqual(["a", "verylongword", "b"])
  expect(wrapWords("in 90\u00a0d more", 7, letters)).toEqual(["in 90\u00a0d", "more"])
  expect(wrapWords("  ", 10, letters)).toEqual([])
})

test("no word is lost, and only a word by itself is wider than asked", () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/)
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 1, max: 40 }), (words, most) => {
      const lines = wrapWords(words.join(" "), most, letters)
      expect(lines.join(" ")).toBe(words.join(" "))
      for (const line of lines) if (line.length > most) expect(line).not.toContain(" ")
    }),
  )
})
