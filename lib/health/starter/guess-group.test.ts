import { expect, test } from "vitest"
import { guessGroup } from "./guess-group.ts"

test.each([
  ["WeeklyLogins", "Usage"],
  ["Seats used", "Usage"],
  ["Open tickets", "Support"],
  ["TechSupport", "Support"],
  ["NPS response", "Relationship"],
  ["tenure", "Relationship"],
  ["InvoicesOverdue", "Commercial"],
  ["MonthlyCharges", "Commercial"],
  ["OnlineBackup", "Product"],
  ["Blorbs", "Other"],
])("%s belongs to %s", (name, label) => {
  expect(guessGroup(name).label).toBe(label)
})
