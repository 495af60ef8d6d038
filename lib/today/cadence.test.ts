import { expect, test } from "vitest"
import { cadenceOf } from "./cadence.ts"

test.each([
  [{ cadenceDays: 14, segment: "SMB" as const }, 14],
  [{ cadenceDays: null, segment: "Enterprise" as const }, 30],
  [{ cadenceDays: null, segment: "Mid-Market" as const }, 60],
  [{ cadenceDays: null, segment: "SMB" as const }, 90],
  [{ cadenceDays: null, segment: null }, 90],
])("%o: every %i days", (account, days) => expect(cadenceOf(account)).toBe(days))
