import { expect, test } from "vitest"
import { accountFilterKeys, accountSortKeys, accountsQuery } from "#lib/accounts/list-query.ts"
import { listOfAccounts } from "#lib/api/accounts.ts"

const asked = {
  q: "halden",
  band: "red",
  health: "40..60",
  segment: "SMB",
  stage: "renewal",
  team: "0190f0a0-2222-7000-8000-000000000002",
  owner: "0190f0a0-1111-7000-8000-000000000001",
  due: "90d",
  quiet: "30d",
  lost: "hide",
}

test("every filter and order of the list on screen is one of the API, and means the same", () => {
  expect(Object.keys(asked)).toEqual([...accountFilterKeys])
  expect(listOfAccounts.query.parse(asked)).toEqual(accountsQuery.parse(asked))
  for (const sort of accountSortKeys.flatMap((key) => [key, `-${key}`]))
    expect(listOfAccounts.query.parse({ sort })).toEqual(accountsQuery.parse({ sort }))
})

test("what the page drops the API refuses", () => {
  for (const wrong of [
    { due: "7d" },
    { health: "60..40" },
    { quiet: "" },
    { lost: "show" },
    { stage: "gone" },
    { owner: "me" },
  ])
    expect(listOfAccounts.query.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
})
