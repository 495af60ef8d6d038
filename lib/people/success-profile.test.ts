import { expect, test } from "vitest"
import { decideProfileVersion, type ProfileDraft, profileDraft } from "./success-profile.ts"

const draft: ProfileDraft = {
  name: "Standard",
  seenVersion: 1,
  segment: "SMB",
  goals: ["First value in 30 days"],
  skills: [{ skill: "German", level: 3, must: true }],
  language: null,
  cadenceDays: 30,
  effortHoursPerMonth: 4,
}

test("a version tells only what differs, with before and after", () => {
  const newest = { version: 1, content: { ...draft, cadenceDays: 90, skills: [] } }
  expect(decideProfileVersion(newest, draft)).toEqual({
    ok: true,
    value: {
      version: 2,
      changes: [
        { field: "Skills", before: "", after: "German 3 (must)" },
        { field: "Cadence in days", before: 90, after: 30 },
      ],
    },
  })
})

test("a first version needs no earlier one; an older sight and no change are refused", () => {
  expect(decideProfileVersion(null, { ...draft, seenVersion: 0 })).toMatchObject({
    ok: true,
    value: { version: 1 },
  })
  expect(decideProfileVersion(null, draft)).toMatchObject({ reason: "changed_meanwhile" })
  expect(decideProfileVersion({ version: 2, content: draft }, draft)).toMatchObject({
    reason: "changed_meanwhile",
  })
  expect(decideProfileVersion({ version: 1, content: draft }, draft)).toMatchObject({ reason: "unchanged" })
})

test.each([
  [{ goals: [] }],
  [{ cadenceDays: 0 }],
  [{ cadenceDays: 1.5 }],
  [{ effortHoursPerMonth: -1 }],
  [{ name: " " }],
  [{ skills: [{ skill: "German", level: 6, must: true }] }],
])("%j cannot be a version", (changed) =>
  expect(profileDraft.safeParse({ ...draft, ...changed }).success).toBe(false),
)
