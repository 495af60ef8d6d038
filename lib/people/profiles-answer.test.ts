import { expect, test } from "vitest"
import { profilesAnswer } from "./profiles-answer.ts"

const of = (...segments: ("Enterprise" | "Mid-Market" | "SMB" | null)[]) =>
  profilesAnswer(segments.map((segment) => ({ segment })))

test("the sentence counts what is in force and names who has none", () => {
  expect(of()).toBe("No profile says yet what success takes.")
  expect(of("Enterprise", "SMB", null)).toBe("3 profiles say what success takes; Mid-Market has none.")
  expect(of("SMB")).toBe("1 profile says what success takes; Enterprise and Mid-Market have none.")
  expect(of(null)).toBe("1 profile says what success takes; none is for a segment of its own.")
  expect(of("SMB", "Enterprise", "Mid-Market")).toBe(
    "3 profiles say what success takes; each of 3 segments has one.",
  )
})
