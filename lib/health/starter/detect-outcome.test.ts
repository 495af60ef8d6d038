import { expect, test } from "vitest"
import { detectOutcome } from "./detect-outcome.ts"

test.each([
  ["Churn", ["No", "Yes"], "Yes"],
  ["churned", ["0", "1"], "1"],
  ["Attrition_Flag", ["Existing Customer", "Attrited Customer"], "Attrited Customer"],
  ["Exited", ["1", "0"], "1"],
  ["is_cancelled", ["true", "false"], "true"],
  ["Left", ["yes", "no"], "yes"],
  ["Customer Status", ["Stayed", "Churned"], "Churned"],
  ["Renewed", ["Y", "N"], "N"],
])("%s with %o: bad is %s", (name, values, bad) => {
  expect(detectOutcome(["Plan", name], { Plan: ["A", "B"], [name]: values })).toMatchObject({ name, bad })
})

test.each([
  ["Seats left", ["0", "1"]],
  ["Churn", ["low", "high"]],
  ["Churn", ["Yes", "No", "Maybe"]],
  ["Churn score", ["0", "1"]],
  ["Status", ["open", "closed"]],
])("%s with %o is no outcome", (name, values) => {
  expect(detectOutcome([name], { [name]: values })).toBeNull()
})

test("the plainest name wins over an earlier, longer one; blanks are no value", () => {
  const found = detectOutcome(["Churn Label", "Churn"], {
    "Churn Label": ["Yes", "No"],
    Churn: ["1", "0", " "],
  })
  expect(found).toMatchObject({ name: "Churn", bad: "1" })
})
