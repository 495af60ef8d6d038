import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { AccountRow } from "#components/accounts/account-row.ts"
import { AccountsTable } from "#components/accounts/accounts-table.tsx"

const row: AccountRow = {
  id: "1",
  slug: "northwind",
  name: "Northwind",
  health: 38,
  band: "red",
  isJudged: false,
  isLost: false,
  signalChange: -9,
  reasons: ["Licence use 48 %", "Payment 31 days overdue", "NPS −20"],
  coverage: 0.9,
  arrCents: 31_000_000,
  currency: "USD",
  renewsOn: "2025-11-12",
  segment: "SMB",
  ownerName: "M. Ruiz",
  lastContactOn: null,
}
const shown = (over: Partial<AccountRow>) =>
  renderToStaticMarkup(
    <AccountsTable rows={[{ ...row, ...over }]} query={{ sort: "-arr" }} today="2025-11-17" />,
  ).replaceAll("\u00a0", " ")

test("a row names itself, its status in words, and its two strongest reasons", () => {
  const html = shown({})
  expect(html).toMatch(/<th scope="row"[^>]*>.*href="\/accounts\/northwind"/)
  for (const text of ["38", "Act now", "−9", "Licence use 48 %", "Payment 31 days overdue", "$310k", "90 %"])
    expect(html).toContain(text)
  expect(html).not.toContain("NPS")
  expect(html).toContain("12 Nov")
  expect(html).toContain("(5 d ago)")
})

test("every column that is named has its cell in every row", () => {
  const [head = "", body = ""] = shown({}).split("</thead>")
  expect(body.match(/<t[hd][ >]/g)).toHaveLength(head.match(/<th[ >]/g)?.length ?? 0)
})

test("the sorted column says its direction and leads the other way", () => {
  const html = shown({})
  expect(html.match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="descending"'])
  expect(html).toContain('href="/accounts?sort=arr"')
})

test("a judgement that counts instead of the computed score is called one", () => {
  expect(shown({ isJudged: true })).toContain("judged")
  expect(shown({})).not.toContain("judged")
})

test("a lost customer is called lost and asks nobody to act", () => {
  const [, body = ""] = shown({ isLost: true }).split("</thead>")
  expect(body).toContain("38")
  expect(body).toContain("Lost")
  expect(body).not.toContain("Act now")
  expect(shown({}).split("</thead>")[1]).not.toContain("Lost")
})

test("what is not known is blank, and an account without a score says so", () => {
  const html = shown({
    health: null,
    band: "insufficient",
    signalChange: null,
    renewsOn: null,
    ownerName: null,
  })
  expect(html).toContain("Insufficient data")
  expect(html).not.toMatch(/null|undefined|NaN/)
})
