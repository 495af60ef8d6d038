import { expect, test } from "vitest"
import { accessAsked, decideAnswer } from "./access-request.ts"

test("an answer is given once, and taken back once", () => {
  const waiting = { isDeclined: false, isAskedAgain: false }
  const declined = { isDeclined: true, isAskedAgain: false }
  expect(decideAnswer(waiting, { isDeclined: true }).ok).toBe(true)
  expect(decideAnswer(declined, { isDeclined: false }).ok).toBe(true)
  expect(decideAnswer(declined, { isDeclined: true })).toMatchObject({ reason: "declined" })
  expect(decideAnswer(waiting, { isDeclined: false })).toMatchObject({ reason: "waiting" })
})

test("a request that was asked again is not opened a second time", () =>
  expect(decideAnswer({ isDeclined: true, isAskedAgain: true }, { isDeclined: false })).toMatchObject({
    reason: "asked_again",
  }))

test("only permissions that exist can be asked for", () => {
  expect(accessAsked.safeParse({ permission: "import.write" }).success).toBe(true)
  expect(accessAsked.safeParse({ permission: "everything" }).success).toBe(false)
})
