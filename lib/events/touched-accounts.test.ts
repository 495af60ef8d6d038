import { expect, test } from "vitest"
import { accountsTold, touchedAccounts } from "./touched-accounts.ts"

test("an event concerns the account that it is about, or those that its payload names", () => {
  expect(touchedAccounts({ accountId: "a", payload: { accountIds: ["b"] } })).toEqual(["a"])
  expect(touchedAccounts({ accountId: null, payload: { accountIds: ["b", "c"] } })).toEqual(["b", "c"])
  expect(touchedAccounts({ accountId: null, payload: { count: 3 } })).toBeNull()
})

test("a list that was cut may have left out any account", () => {
  const accountIds = Array.from({ length: 200 }, (_, n) => `${n}`)
  expect(touchedAccounts({ accountId: null, payload: { accountIds } })).toBeNull()
})

test("what is told is read back; what cannot be read concerns all", () => {
  expect(accountsTold('{"accounts":["a"]}')).toEqual(["a"])
  expect(accountsTold('{"accounts":null}')).toBeNull()
  expect(accountsTold("")).toBeNull()
})
