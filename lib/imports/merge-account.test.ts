import { expect, test } from "vitest"
import { mergeAccount } from "./merge-account.ts"

const stored = {
  name: "Acme",
  domain: "acme.com",
  industry: null,
  segment: null,
  region: "EMEA",
  language: null,
  lifecycleStage: null,
  ownerId: null,
}

test("an account changes only where something else is stated", () => {
  expect(mergeAccount(stored, { ...stored, domain: null, region: null })).toBeNull()
  expect(mergeAccount(stored, { ...stored, region: "APAC" })).toEqual({ ...stored, region: "APAC" })
})
