import { expect, test } from "vitest"
import { segments } from "#lib/accounts/schema.ts"
import { levelField, mustField, profileIn } from "./profile-form-values.ts"

test("goals stand a line each, and a skill of level 0 is not needed", () => {
  const form = new FormData()
  const typed = {
    goals: " First value \r\n\nRenewed early\n",
    segment: "SMB",
    language: " ",
    cadenceDays: "30",
    effortHoursPerMonth: "4.5",
    [levelField("German")]: "3",
    [mustField("German")]: "on",
    [levelField("French")]: "0",
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  expect(
    profileIn(form, { name: "Standard", seenVersion: 2, skills: ["German", "French"], segments }),
  ).toEqual({
    name: "Standard",
    seenVersion: 2,
    segment: "SMB",
    goals: ["First value", "Renewed early"],
    skills: [{ skill: "German", level: 3, must: true }],
    language: null,
    cadenceDays: 30,
    effortHoursPerMonth: 4.5,
  })
})
