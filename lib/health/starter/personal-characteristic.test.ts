import { expect, test } from "vitest"
import { personalCharacteristic } from "./personal-characteristic.ts"

test.each([
  "gender",
  "SeniorCitizen",
  "Partner",
  "Dependents",
  "Customer_Age",
  "age",
  "Marital_Status",
  "Surname",
  "Email",
])("%s is left out", (name) => {
  expect(personalCharacteristic(name)).not.toBeNull()
})

test.each([
  "Account age",
  "ticket_age_days",
  "Partner tier",
  "Usage",
  "PhoneService",
  "Average order",
  "Stage",
  "Seats",
])("%s is a business fact", (name) => {
  expect(personalCharacteristic(name)).toBeNull()
})
