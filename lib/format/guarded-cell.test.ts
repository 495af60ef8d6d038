import fc from "fast-check"
import { expect, test } from "vitest"
import { guardedCell, isGuardedCell } from "#lib/format/guarded-cell.ts"

test.each([
  "=1+1",
  "+44 20",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "\ttext",
  "\rtext",
  "\ntext",
  " =HYPERLINK(1)",
  "\u00A0\u00A0@x",
  "＝1+1",
  "－cmd",
])("a text that a spreadsheet would run is held back: %j", (text) => {
  expect(guardedCell(text)).toBe(`'${text}`)
  expect(isGuardedCell(guardedCell(text))).toBe(true)
})

test.each(["-12", "-12.50", "+3", "-1,234.5", "0", "a=b", "a - b", "", " ", "'quoted'", "12-14"])(
  "numbers stay numbers, and harmless text stays as it is: %j",
  (text) => {
    expect(guardedCell(text)).toBe(text)
    expect(isGuardedCell(text)).toBe(false)
  },
)

test("every number in digits stays a number", () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
  fc.assert(
    fc.property(number, (value) => {
      expect(guardedCell(value.toFixed(2))).toBe(value.toFixed(2))
    }),
  )
})

test("taking the apostrophe away gives the text back, and once is enough", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", " ="), (text, start) => {
      const guarded = guardedCell(`${start}${text}`)
      expect(guardedCell(guarded)).toBe(guarded)
      if (guarded !== `${start}${text}`) expect(guarded.slice(1)).toBe(`${start}${text}`)
    }),
  )
})
