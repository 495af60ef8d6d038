import { expect, test } from "vitest"
import { askedWords } from "./asked-words.ts"

const when = "Mon 16 Nov 09:00"

test("who is allowed by now does not wait", () =>
  expect(askedWords({ when, isNew: true, isAllowed: true, grantors: ["Ada"] })).toBe(
    "Your role allows this by now. Load the page again.",
  ))

test.each([
  [true, ["Ada"], "Asked. Ada can grant it and sees this under Admin, People."],
  [false, ["Ada"], "Asked already, Mon 16 Nov 09:00. Ada can grant it and sees this under Admin, People."],
  [true, ["Ada", "Olga"], "Asked. Ada or Olga can grant it and sees this under Admin, People."],
  [true, ["Ada", "Olga", "Bo"], "Asked. Ada or 2 others can grant it and sees this under Admin, People."],
  [true, [], "Asked. Nobody here can grant it right now."],
])("new %s, granted by %j: %s", (isNew, grantors, words) =>
  expect(askedWords({ when, isNew, grantors })).toBe(words),
)
