import { expect, test } from "vitest"
import type { AccessRequest } from "./access-request.ts"
import { waitingRequests } from "./waiting-requests.ts"

const request = (id: string, loginId: string, hour: number): AccessRequest => ({
  id,
  loginId,
  permission: "import.write",
  askedAt: new Date(Date.UTC(2026, 10, 16, hour)),
})
const viewer = { loginId: "v", name: "Vera", role: "viewer", isDisabled: false } as const
const manager = { loginId: "m", name: "Priya", role: "cs_ops_manager", isDisabled: false } as const

test("the longest waiting comes first, with the roles that would allow it", () => {
  const found = waitingRequests(
    [request("2", "w", 10), request("1", "v", 9)],
    [viewer, { ...viewer, loginId: "w", name: "Wim" }],
  )
  expect(found.map(({ id, name }) => [id, name])).toEqual([
    ["1", "Vera"],
    ["2", "Wim"],
  ])
  expect(found[0]?.grantedBy).toEqual(["admin", "cs_ops_manager"])
})

test("a role that allows it has answered, and who is shut out or gone does not wait", () => {
  const requests = [request("1", "m", 9), request("2", "v", 9), request("3", "gone", 9)]
  expect(waitingRequests(requests, [manager, { ...viewer, isDisabled: true }])).toEqual([])
})
