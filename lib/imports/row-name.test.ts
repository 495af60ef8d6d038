import { expect, test } from "vitest"
import type { ImportRecord } from "./records.ts"
import { rowName } from "./row-name.ts"

test("a touchpoint is named by its account and the time on the workspace's clock", () => {
  const call = { externalId: null, account: "Acme", happenedAt: "2026-10-20T14:30:00.000Z", type: "call" }
  expect(rowName("touchpoints", call as unknown as ImportRecord, "Europe/Berlin")).toBe(
    "Acme, call at Tue 20 Oct 2026 16:30",
  )
})
