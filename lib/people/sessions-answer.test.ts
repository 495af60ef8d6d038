import { expect, test } from "vitest"
import { sessionsAnswer } from "./sessions-answer.ts"

test("people count once however many sessions they have", () => {
  const sessions = [{ loginId: "a" }, { loginId: "a" }, { loginId: "b" }]
  expect(sessionsAnswer(sessions, true)).toBe("3 sessions of 2 people are open.")
  expect(sessionsAnswer(sessions.slice(2), true)).toBe("1 session of 1 person is open.")
  expect(sessionsAnswer(sessions.slice(0, 1), false)).toBe("1 session of yours is open.")
})
