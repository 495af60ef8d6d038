import { expect, test } from "vitest"
import { peopleAnswer, peopleFact } from "./people-answer.ts"

const login = (role: "admin" | "csm", isDisabled = false) => ({ role, isDisabled })

test("who is shut out counts neither as a person nor as an admin", () => {
  const logins = [login("admin"), login("admin", true), login("csm"), login("csm")]
  expect(peopleAnswer(logins)).toBe("3 people can sign in, 1 as admin; 1 login is shut out.")
  expect(peopleFact(logins)).toBe("3 people, 1 admin")
})

test("requests for access that wait are told", () => {
  expect(peopleAnswer([login("admin")], 1)).toBe(
    "1 person can sign in, 1 as admin. 1 request for access waits.",
  )
  expect(peopleAnswer([login("admin"), login("csm", true)], 2)).toBe(
    "1 person can sign in, 1 as admin; 1 login is shut out. 2 requests for access wait.",
  )
})

test("one person alone", () => {
  expect(peopleAnswer([login("admin")])).toBe("1 person can sign in, 1 as admin.")
  expect(peopleFact([login("admin")])).toBe("1 person, 1 admin")
})
