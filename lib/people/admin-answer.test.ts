import { expect, test } from "vitest"
import { adminAnswer } from "./admin-answer.ts"

const logins = [
  { role: "admin", isDisabled: false },
  { role: "csm", isDisabled: false },
] as const

test("who may change people is told who signs in", () =>
  expect(adminAnswer({ role: "admin", logins, pages: 6 })).toBe("2 people can sign in, 1 as admin."))

test("everybody else is told how much is open to them", () =>
  expect(adminAnswer({ role: "viewer", logins: null, pages: 3 })).toBe(
    "As Viewer you may open 3 pages of Admin.",
  ))
