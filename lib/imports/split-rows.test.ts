import { parse } from "csv-parse/sync"
import { array, assert, constantFrom, integer, property, string } from "fast-check"
import { expect, test } from "vitest"
import { RowSplitter } from "./split-rows.ts"

function split(pieces: readonly string[], separator = ",", longest = 1_000): string[][] {
  const splitter = new RowSplitter(separator, longest)
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()]
}

test("line ends, quotes and separators are told apart", () => {
  expect(split(['a,"b ""c""\n,d",e\r\n1,,2\rx\n\n'])).toEqual([
    ["a", 'b "c"\n,d', "e"],
    ["1", "", "2"],
    ["x"],
    [""],
  ])
  expect(split(["a;b\n1;2"], ";")).toEqual([
    ["a", "b"],
    ["1", "2"],
  ])
  expect(split([""])).toEqual([])
})

test("wherever the text is cut, the rows are those of a parser that sees it whole", () => {
  const cell = string({ unit: constantFrom("a", "é", " ", '"', ",", "\n", "\r", "\r\n"), maxLength: 6 })
  const row = array(cell, { minLength: 1, maxLength: 4 })
  assert(
    property(
      array(row, { minLength: 1, maxLength: 5 }),
      array(integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
      constantFrom("\n", "\r\n", "\r"),
      (rows, widths, lineEnd) => {
        const text = rows
          .map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(","))
          .join(lineEnd)
        const pieces: string[] = []
        for (let at = 0, place = 0; at < text.length; place += 1) {
          const width = widths[place % widths.length]!
          pieces.push(text.slice(at, at + width))
          at += width
        }
        expect(split(pieces)).toEqual(rows)
      },
    ),
  )
})

test("plain text in pieces gives what csv-parse gives", () => {
  const unit = constantFrom("a", "b", ",", "\n", "\r\n", "\r", " ", '"')
  assert(
    property(array(string({ unit, maxLength: 5 }), { maxLength: 6 }), (pieces) => {
      let expected: string[][] | null = null
      try {
        expected = parse(pieces.join(""), {
          relax_column_count: true,
          skip_empty_lines: false,
          record_delimiter: ["\r\n", "\n", "\r"],
        })
      } catch {
        expect(() => split(pieces)).toThrow(/quote/)
        return
      }
      expect(split(pieces)).toEqual(expected)
    }),
    { numRuns: 2_000 },
  )
})

test("an endless line is refused before it is collected", () => {
  const splitter = new RowSplitter(",", 100)
  splitter.push("x".repeat(90))
  expect(() => splitter.push("x".repeat(20))).toThrow("A line has more than 100 characters")
  expect(() => new RowSplitter(",", 100).push(`"${"x\n".repeat(60)}`)).toThrow("more than 100 characters")
})

test("faults name their row", () => {
  expect(() => split(['a\n"b'])).toThrow(expect.objectContaining({ row: 2 }))
  expect(() => split(['a\nb\n5" pipe\n'])).toThrow(expect.objectContaining({ row: 3 }))
})
