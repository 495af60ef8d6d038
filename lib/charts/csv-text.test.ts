import fc from "fast-check"
import { expect, test } from "vitest"
import { cellText } from "#lib/charts/chart-table.ts"
import { csvText } from "#lib/charts/csv-text.ts"

const columns = [{ label: "Team" }, { label: "Booked", unit: "% of hours", digits: 1, isNumber: true }]
const file = (...cells: (readonly [string, number | null])[]) =>
  csvText({ caption: "x", columns, rows: cells.map((row, place) => ({ key: String(place), cells: row })) })

test("numbers stay numbers, rounded as shown; missing is empty; quotes are doubled", () => {
  expect(file(["Enterprise", 1234.56], ['Mid, "Market"', -3], ["SMB", null], ["None", -0.04])).toBe(
    'Team,"Booked, % of hours"\r\nEnterprise,1234.6\r\n"Mid, ""Market""",-3.0\r\nSMB,\r\nNone,0.0\r\n',
  )
})

test.each(["=1+1", "+44 20", "-2+3", "@SUM(A1)", "\t=1", " =HYPERLINK(1)", "\n=1"])(
  "a text that would be a formula is held back: %j",
  (text) => {
    expect(file([text, 0]).split("\r\n")[1]).toMatch(/^"?'/)
  },
)

test("no text field begins as a formula, whatever the text", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const first = file([text, 1]).slice(file().length).replace(/^"/, "")
      if (!/^[+-]?[\d.,]+["\r]/.test(first)) expect(first).not.toMatch(/^[=+\-@]/)
    }),
  )
})

test("a cell reads as the file does, with marks for the eye", () => {
  expect(cellText(1234.56, columns[1])).toBe("1,234.6")
  expect(cellText(null, columns[1])).toBe("")
  expect(cellText("Enterprise", columns[0])).toBe("Enterprise")
})
