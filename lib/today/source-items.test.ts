import { expect, test } from "vitest"
import { itemKey } from "./schema.ts"
import { sourceItems } from "./source-items.ts"

const source = {
  key: "help-desk",
  name: "Help desk",
  completeTo: "2026-11-13",
  standing: { state: "late", lagHours: 57, lateHours: 33 },
  subjects: ["Support"],
  ownerName: "Ada",
  accounts: 12,
  arrCents: 5,
} as const
const today = "2026-11-16"

test("a late source of the book is a row, in the words of the data page", () =>
  expect(sourceItems([source], today)).toEqual([
    expect.objectContaining({
      key: "source:help-desk:late:2026-11-13",
      why: "Is 33\u00a0h late: support of 12 accounts may be old",
      dueOn: "2026-11-15",
      href: "/data/sources/help-desk",
      urgency: { points: 30, words: "Source is late" },
    }),
  ]))

test("a failing one weighs more", () =>
  expect(
    sourceItems([{ ...source, standing: { ...source.standing, state: "failing" } }], today)[0],
  ).toMatchObject({
    why: "Is 33\u00a0h late and fails: support of 12 accounts may be old",
    urgency: { points: 40 },
  }))

test.each([
  { ...source, accounts: 0 },
  { ...source, standing: { state: "on_time", lagHours: 1, lateHours: 0 } as const },
  { ...source, standing: { state: "silent", lagHours: null, lateHours: 0 } as const },
])("%o is no thing to do", (given) => expect(sourceItems([given], today)).toEqual([]))

test("its key can be sent back", () =>
  expect(itemKey.safeParse(sourceItems([{ ...source, completeTo: null }], today)[0]?.key).success).toBe(true))
