import { expect, test } from "vitest"
import { type AccountMatch, identifyAccount, type StatedAccount } from "./identify-account.ts"

const row = (over: Partial<StatedAccount> = {}): StatedAccount => ({
  key: "C-1",
  isIdStated: true,
  domain: "acme.com",
  name: "Acme",
  ...over,
})
const match = (by: AccountMatch["by"], over: Partial<AccountMatch> = {}): AccountMatch => ({
  by,
  accountId: "a",
  externalId: "acme.com",
  name: "Acme",
  domain: "acme.com",
  ...over,
})

test("the id decides, whatever else is alike", () => {
  const own = match("id", { accountId: "b", externalId: "C-1" })
  expect(identifyAccount(row(), [match("domain"), own])).toEqual({ is: "known", externalId: "C-1" })
})

test("an account without an id of its own gets the one stated, found by domain before name", () => {
  const found = { is: "adopted", accountId: "a" }
  expect(identifyAccount(row(), [match("domain"), match("name", { accountId: "b" })])).toEqual({
    ...found,
    by: "domain",
    externalId: "acme.com",
  })
  const named = match("name", { externalId: " ACME", domain: null })
  expect(identifyAccount(row(), [named])).toEqual({ ...found, by: "name", externalId: " ACME" })
})

test("another id, another domain or several accounts are for a person to decide", () => {
  const other = match("domain", { externalId: "C-9" })
  expect(identifyAccount(row(), [other])).toMatchObject({ is: "contested", by: "domain", externalId: "C-9" })
  const elsewhere = match("name", { externalId: "acme.de", domain: "acme.de" })
  expect(identifyAccount(row(), [elsewhere])).toMatchObject({ is: "contested", by: "name" })
  expect(identifyAccount(row({ isIdStated: false }), [elsewhere])).toMatchObject({ is: "contested" })
  const twins = [match("name", { domain: null }), match("name", { accountId: "b" })]
  expect(identifyAccount(row(), twins)).toEqual({ is: "several", by: "name" })
})

test("a row without an id means the one account of its domain, else of its name", () => {
  const stated = row({ isIdStated: false, key: "acme.com" })
  const known = { is: "known", externalId: "C-9" }
  expect(identifyAccount(stated, [match("name", { externalId: "C-9", domain: null })])).toEqual(known)
  expect(identifyAccount(stated, [match("domain", { externalId: "C-9" })])).toEqual(known)
  expect(identifyAccount(stated, [])).toEqual({ is: "new" })
})
