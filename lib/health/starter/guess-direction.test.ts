import { expect, test } from "vitest"
import { guessDirection } from "./guess-direction.ts"

test.each([
  ["Open tickets", "lower"],
  ["days_since_last_login", "lower"],
  ["InvoicesOverdue", "lower"],
  ["Number of complaints", "lower"],
  ["churn risk", "lower"],
  ["api_errors_7d", "lower"],
  ["WeeklyLogins", "higher"],
  ["NPS", "higher"],
  ["Ticket satisfaction", "higher"],
  ["Seats used", "higher"],
  ["tenure", "higher"],
  ["feature adoption", "higher"],
  ["Blorbs", "higher"],
])("%s: %s is better", (name, direction) => {
  expect(guessDirection(name).value).toBe(direction)
})

test("the choice says why, and admits an assumption", () => {
  expect(guessDirection("Open tickets").because).toBe('Lower is better: the name says "ticket"')
  expect(guessDirection("Blorbs").because).toContain("assumed")
})
