import { expect, test } from "vitest"
import { measureValue } from "#components/health/measure-value.ts"

test.each([
  [48, "%", "48\u00a0%"],
  [2.94, "", "2.9"],
  [2.96, "", "3"],
  [0.054, "", "0.05"],
  [0.1, "", "0.1"],
  [1204.4, "logins", "1,204\u00a0logins"],
  [-20, "", "−20"],
  [0, "days", "0\u00a0days"],
  ["Month-to-month", "", "Month-to-month"],
  [null, "%", ""],
])("%j %s", (raw, unit, text) => expect(measureValue(raw, unit)).toBe(text))
