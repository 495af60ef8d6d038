import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { AccountRow } from "#components/accounts/account-row.ts"
import { accountGridRow } from "#components/accounts/accounts-cells.tsx"
import {
  accountColumnIds,
  accountsHead,
  usualAccountColumns,
} from "#components/accounts/accounts-columns.tsx"

const row: AccountRow = {
  id: "1",
  slug: "northwind",
  name: "Northwind",
  health: 38,
  band: "red",
  isJudged: false,
  isLost: false,
  weeks: [67, 66, 65, 64, 60, 58, 55, 50, 49, 48, 47, 47, 38].map((value) => ({ value, isJudged: false })),
  signalChange: -9,
  hasNoWeekAgo: false,
  changeIn: null,
  reasons: [
    { name: "Licence use", value: "48 %" },
    { name: "Payment 31 days overdue", value: "" },
    { name: "NPS", value: "−20" },
  ],
  coverage: 0.9,
  exposureCents: 19_220_000,
  arrCents: 31_000_000,
  currency: "USD",
  renewsOn: "2025-11-12",
  segment: "SMB",
  stage: "adoption",
  ownerName: "M. Ruiz",
  lastContactOn: null,
}
const shown = (over: Partial<AccountRow>, columns: readonly string[] = accountColumnIds) =>
  renderToStaticMarkup(
    Object.values(accountGridRow({ ...row, ...over }, columns, "2025-11-17").cells),
  ).replaceAll("\u00a0", " ")

test("a row says its status in words, its two strongest reasons, and what is at stake", () => {
  const html = shown({})
  const told = [
    "38",
    "Act now",
    "−9 pt",
    'title="Licence use 48 %"',
    "Payment 31 days overdue",
    "$192k",
    "$310k",
    "90 %",
  ]
  for (const text of told) expect(html).toContain(text)
  expect(html).not.toContain("NPS")
  expect(html).toContain("12 Nov")
  expect(html).toContain("(5 d ago)")
  expect(html).toContain("13 weeks: from 67 to 38")
})

test("the line ends with the number beside it, and says which weeks are judged", () => {
  const weeks = [62, 62, 40].map((value) => ({ value, isJudged: value === 40 }))
  const html = shown({ weeks, health: 40, isJudged: true, signalChange: null }, ["health", "weeks"])
  expect(html).toContain("3 weeks: from 62 to 40")
  expect(html).toContain("1 week judged by a person")
  expect(html).toMatch(/stroke-dasharray/)
  expect(shown({}, ["weeks"])).not.toMatch(/stroke-dasharray|judged/)
})

test("every column has a cell in every row, and only those asked for are made", () => {
  const { cells } = accountGridRow(row, accountColumnIds, "2025-11-17")
  expect(Object.keys(cells).toSorted()).toEqual(accountColumnIds.filter((id) => id !== "name").toSorted())
  expect(Object.keys(accountGridRow(row, ["name", "arr"], "2025-11-17").cells)).toEqual(["arr"])
})

test("the sorted column says its direction and leads the other way; exposure begins", () => {
  const direction = (id: string, query: Parameters<typeof accountsHead>[0]) =>
    accountsHead(query, usualAccountColumns).columns.find((column) => column.id === id)?.sort
  expect(direction("arr", { sort: "-arr" })).toEqual({
    direction: "descending",
    href: "/accounts?sort=arr",
  })
  expect(direction("exposure", {})?.direction).toBe("descending")
  expect(direction("arr", {})?.direction).toBeNull()
})

test("a judgement that counts instead of the computed score is called one", () => {
  expect(shown({ isJudged: true })).toContain("judged")
  expect(shown({})).not.toContain("judged")
})

test("a lost customer is called lost and asks nobody to act", () => {
  const html = shown({ isLost: true })
  expect(html).toContain("38")
  expect(html).toContain("Lost")
  expect(html).not.toContain("Act now")
  expect(shown({})).not.toContain("Lost")
})

test("what is not known is blank, and an account without a score says so", () => {
  const html = shown({
    health: null,
    band: "insufficient",
    weeks: [
      { value: null, isJudged: false },
      { value: null, isJudged: false },
    ],
    signalChange: null,
    exposureCents: null,
    arrCents: null,
    renewsOn: null,
    stage: null,
    ownerName: null,
  })
  expect(html).toContain("Insufficient data")
  expect(html).not.toMatch(/null|undefined|NaN|svg role="img"/)
})

test("the year of a renewal is told where the days do not tell it", () => {
  expect(shown({ renewsOn: "2026-02-15" })).toMatch(/15 Feb<span[^>]*> \(90 d\)/)
  expect(shown({ renewsOn: "2026-11-30" })).toMatch(/30 Nov 2026(?!<span)/)
})

test("a reason may lose the end of its name, never its value", () => {
  const html = shown({}, ["why"])
  expect(html).toMatch(/truncate">Licence use<\/span> <span class="[^"]*shrink-0[^"]*">48 %</)
  expect(html.match(/title="/g)).toHaveLength(2)
})

test("a move that is no signal is called routine, and one that nobody can tell not known", () => {
  const change = (over: Partial<AccountRow>) =>
    shown({ signalChange: null, ...over }, ["change"]).replaceAll(/<[^>]*>/g, "")
  expect(change({})).toBe("routine")
  expect(change({ hasNoWeekAgo: true })).toBe("not known")
  expect(change({ health: null, hasNoWeekAgo: true })).toBe("")
  expect(change({ signalChange: 0 })).toBe("0 pt")
})

test("the header of changes names their period", () => {
  const head = accountsHead({}, ["name", "change"]).columns.map(({ label }) => label)
  expect(head).toEqual(["Account", "Change, 7\u00a0d"])
})

test("a change in a period that was asked for stands in place of the signal, beside the one before", () => {
  expect(shown({ changeIn: { change: -20, before: 3 } }, ["change"])).toMatch(/^−20 pt<span[^>]*>before \+3</)
  expect(shown({ changeIn: { change: 0, before: null } }, ["change"])).toBe("0 pt")
  expect(shown({ changeIn: { change: null, before: null } }, ["change"])).toBe("")
})
