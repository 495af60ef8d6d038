import { expect, test } from "vitest"
import { sponsorWords } from "./sponsor-words.ts"

const sponsor = (name: string | null, leftOn: string | null = null) => ({
  role: "sponsor" as const,
  name,
  leftOn,
})

test("the sponsor is named, hidden or not known; who left is none", () => {
  expect(sponsorWords([sponsor("Dana"), sponsor(null)])).toBe("Dana")
  expect(sponsorWords([sponsor(null)])).toBe("Known, name hidden")
  expect(sponsorWords([sponsor("Dana", "2026-10-12")])).toBe("None known")
  expect(sponsorWords([{ ...sponsor("Dana"), role: "user" }])).toBe("None known")
})
