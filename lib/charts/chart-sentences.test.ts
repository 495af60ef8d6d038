import { expect, test } from "vitest"
import {
  barsSentence,
  bulletSentence,
  heatSentence,
  milestoneSentence,
  stripSentence,
} from "#lib/charts/chart-sentences.ts"

const percent = (value: number) => `${Math.round(value)} %`
const plain = (value: number) => String(Math.round(value))

test("a bullet says where it stands against its target", () => {
  const of = (value: number | null, target: number | null) =>
    bulletSentence({ label: "Resolved in time", value, target, say: percent })
  expect(of(88, 95)).toBe("Resolved in time is 88 %, below the target of 95 %.")
  expect(of(95, 95)).toBe("Resolved in time is 95 %, at the target of 95 %.")
  expect(of(99, 95)).toBe("Resolved in time is 99 %, above the target of 95 %.")
  expect(of(99, null)).toBe("Resolved in time is 99 %; it has no target.")
  expect(of(null, 95)).toBe("Resolved in time: no value yet.")
})

test("a strip says its ends, its middle half and what is missing", () => {
  const of = (...values: (number | null)[]) => stripSentence({ noun: "account", values, say: plain })
  expect(of(10, 20, 30, 40, 50, null)).toBe(
    "5 accounts, 10 to 50, half of them from 20 to 40, median 30; 1 without a value.",
  )
  expect(of(10, 50)).toBe("2 accounts, 10 to 50.")
  expect(of(7)).toBe("1 account: 7.")
  expect(of(null, null)).toBe("2 accounts: no value yet.")
})

test("a heatmap names its highest and lowest cell and counts both sides", () => {
  expect(
    heatSentence({
      columns: ["w44", "w45"],
      rows: [
        { key: "m", label: "Mid-Market", values: [81, 110] },
        { key: "s", label: "SMB", values: [55, null] },
      ],
      ends: [60, 70, 86, 96, 106],
      say: percent,
    }),
  ).toBe(
    "2 rows, 2 columns: highest 110 % (Mid-Market, w45), lowest 55 % (SMB, w44); 1 cell over the target range, 1 under; 1 missing.",
  )
})

test("a track counts reached, late and coming, and names the next", () => {
  const step = (label: string, plannedOn: string, reachedOn: string | null) => ({
    key: label,
    label,
    plannedOn,
    reachedOn,
  })
  expect(
    milestoneSentence(
      [
        step("Kick-off", "2026-10-01", "2026-10-01"),
        step("Data in", "2026-10-20", "2026-10-24"),
        step("Training", "2026-11-06", null),
        step("Review", "2026-12-15", null),
        step("First value", "2026-11-24", null),
      ],
      "2026-11-18",
    ),
  ).toBe("5 milestones: 2 reached, 1 of them late; 1 open and late; 2 to come, next First value on 24 Nov.")
})

test("bars say the whole, its parts and the largest period", () => {
  const periods = [
    { label: "w48", amounts: [3, 1] },
    { label: "w49", amounts: [4, 2] },
    { label: "w50", amounts: null },
  ]
  expect(barsSentence({ step: "week", periods, parts: ["safe", "at risk"], say: plain })).toBe(
    "3 weeks, 10 in all: safe 7, at risk 3; most in w49, 6; 1 without data.",
  )
  expect(barsSentence({ step: "week", periods: [periods[2]!], parts: ["safe"], say: plain })).toBe(
    "1 week: no data yet.",
  )
})
