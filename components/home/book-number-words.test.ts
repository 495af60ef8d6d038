import { expect, test } from "vitest"
import { spansOf } from "#lib/period/spans.ts"
import { bookChangeWords } from "./book-number-words.ts"

const today = "2026-11-22"
const number = { key: "renewals", value: 9, change: -4, before: 2, weeks: [] } as const
const words = (query: Parameters<typeof spansOf>[0], change: number | null = -4, before: number | null = 2) =>
  bookChangeWords({ ...number, change, before }, { currency: "USD", spans: spansOf(query, today), today })

test("without a period the change is that since four weeks ago", () =>
  expect(words({}).replaceAll("\u00a0", " ")).toBe("−4 since 25 Oct"))

test("a change names its period, and what it is compared with", () => {
  expect(words({ period: "4w" })).toBe("−4 in 4 weeks")
  expect(words({ period: "4w", cmp: "prev" })).toBe("−4 in 4 weeks, against +2 in the 4 weeks before")
  expect(words({ period: "qtd", cmp: "py" }, 0, 0)).toBe(
    "0 in this quarter so far, against 0 in the same days a year before",
  )
})

test("what is not known is not made up", () => {
  expect(words({ period: "12m", cmp: "prev" }, null, null)).toBe(
    "Change in 12 months not known; not known for the 12 months before",
  )
})
