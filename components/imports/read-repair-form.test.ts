import { expect, test } from "vitest"
import { readRepairForm } from "#components/imports/read-repair-form.ts"

const read = (...fields: [string, string][]) => readRepairForm(new URLSearchParams(fields))

test("a chosen repair, all of them, one taken back", () => {
  const chosen = { do: "read_days", column: 3, order: "day_first" }
  expect(read(["repair", JSON.stringify(chosen)])).toEqual({ do: "add", repairs: [chosen] })
  expect(read(["all", "1"])).toEqual({ do: "all" })
  expect(read(["take_back", "2"])).toEqual({ do: "take_back", place: 2 })
})

test("words one by one: those left alone are not replaced", () => {
  expect(
    read(
      ["column", "4"],
      ["from", "Big"],
      ["to", "Enterprise"],
      ["from", "Huh"],
      ["to", ""],
      ["from", ""],
      ["to", "SMB"],
    ),
  ).toEqual({
    do: "add",
    repairs: [
      {
        do: "replace_words",
        column: 4,
        words: [
          { from: "Big", to: "Enterprise" },
          { from: "", to: "SMB" },
        ],
      },
    ],
  })
})

test("rates of other currencies, with a point or a comma: those left blank are not converted", () => {
  const asked = read(["column", "2"], ["from", "USD"], ["rate", "0,92"], ["from", "GBP"], ["rate", ""])
  expect(asked).toEqual({ do: "add", repairs: [{ do: "convert", column: 2, from: "USD", rate: 0.92 }] })
  for (const rate of ["", "0", "-1", "one"])
    expect(read(["column", "2"], ["from", "USD"], ["rate", rate])).toBeNull()
})

test.each<[string, [string, string][]]>([
  ["nothing", []],
  ["a broken repair", [["repair", "{"]]],
  ["an unknown repair", [["repair", '{"do":"delete everything"}']]],
  ["no place", [["take_back", "-1"]]],
  [
    "no column",
    [
      ["from", "a"],
      ["to", "b"],
    ],
  ],
])("%s is refused", (_, fields) => {
  expect(read(...fields)).toBeNull()
})
