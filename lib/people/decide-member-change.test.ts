import { expect, test } from "vitest"
import { decideMemberChange, type MemberState } from "./decide-member-change.ts"

const admin: MemberState = { role: "admin", isDisabled: false }
const csm: MemberState = { role: "csm", isDisabled: false }
const shut: MemberState = { role: "admin", isDisabled: true }

const reasonOf = (
  all: Readonly<Record<string, MemberState>>,
  loginId: string,
  { seen = all[loginId] ?? csm, wanted }: { seen?: MemberState; wanted: MemberState },
) => {
  const outcome = decideMemberChange({
    all: Object.entries(all).map(([id, state]) => ({ loginId: id, ...state })),
    loginId,
    seen,
    wanted,
  })
  return outcome.ok ? "accepted" : outcome.reason
}

test("the last admin who is let in can be neither made less nor shut out", () => {
  expect(reasonOf({ ada: admin, ben: csm }, "ada", { wanted: csm })).toBe("last_admin")
  expect(reasonOf({ ada: admin, ben: csm }, "ada", { wanted: shut })).toBe("last_admin")
  expect(reasonOf({ ada: admin, ben: shut }, "ada", { wanted: csm })).toBe("last_admin")
})

test("with another admin, or for anybody else, the change is accepted", () => {
  expect(reasonOf({ ada: admin, ben: admin }, "ada", { wanted: csm })).toBe("accepted")
  expect(reasonOf({ ada: admin, ben: csm }, "ben", { wanted: admin })).toBe("accepted")
  expect(reasonOf({ ada: admin, ben: shut }, "ben", { wanted: admin })).toBe("accepted")
})

test("who saw an older state is told so, and an unknown login is unknown", () => {
  expect(reasonOf({ ada: admin, ben: csm }, "ben", { seen: admin, wanted: shut })).toBe("changed_meanwhile")
  expect(reasonOf({ ada: admin }, "ben", { wanted: csm })).toBe("unknown")
})
