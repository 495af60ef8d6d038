import { expect, test } from "vitest"
import { type Stakeholder, stakeholderGaps, stakeholderMap } from "./stakeholder-map.ts"

const contact = (
  role: Stakeholder["role"],
  strength: number | null = null,
  leftOn: string | null = null,
) => ({
  role,
  strength,
  leftOn,
})

test("each contact stands once, in the row of its role and the column of its relation", () => {
  const contacts = [
    contact("sponsor", 5),
    contact("sponsor", 4, "2026-10-12"),
    contact("user", 3),
    contact("user", 2),
    contact("detractor"),
  ]
  const rows = stakeholderMap(contacts)
  const at = Object.fromEntries(
    rows.map(({ role, cells }) => [
      role,
      Object.entries(cells).flatMap(([relation, of]) => of.map(() => relation)),
    ]),
  )
  expect(at).toEqual({
    sponsor: ["strong", "left"],
    champion: [],
    decision_maker: [],
    user: ["steady", "weak"],
    detractor: ["unknown"],
  })
  expect(rows.flatMap(({ cells }) => Object.values(cells).flat())).toHaveLength(contacts.length)
})

test("gaps are named; who left fills none", () => {
  expect(stakeholderGaps([])).toBe("No contact is known.")
  expect(stakeholderGaps([contact("sponsor", 5, "2026-10-12"), contact("user")])).toBe(
    "No sponsor, decision maker or champion is known.",
  )
  const all = (["sponsor", "decision_maker", "champion", "user"] as const).map((role) => contact(role))
  expect(stakeholderGaps(all)).toBe("Sponsor, decision maker, champion and user are known.")
  expect(stakeholderGaps(all.slice(1))).toBe("No sponsor is known.")
})
