import { expect, test } from "vitest"
import { whomToWrite } from "#lib/stakeholders/whom-to-write.ts"

const user = { role: "user", leftOn: null, name: "Uma", email: "uma@customer.test" } as const
const sponsor = { role: "sponsor", leftOn: null, name: "Sam", email: "sam@customer.test" } as const

test("who pays comes before who uses it", () => {
  expect(whomToWrite([user, sponsor])).toEqual({ name: "Sam", email: "sam@customer.test" })
})

test("nobody that left, is hidden or against us is written to", () => {
  expect(whomToWrite([{ ...sponsor, leftOn: "2026-11-01" }, user])?.name).toBe("Uma")
  expect(whomToWrite([{ ...sponsor, name: null, email: null }])).toBeNull()
  expect(whomToWrite([{ ...sponsor, role: "detractor" }])).toBeNull()
})
