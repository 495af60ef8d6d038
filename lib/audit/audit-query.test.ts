import { expect, test } from "vitest"
import { auditHref, auditQuery, placeOf } from "./audit-query.ts"

test("what can be read is kept, the rest dropped", () => {
  expect(
    auditQuery.parse({
      who: " Ada ",
      what: "member.changed",
      via: "job",
      from: "2026-02-30",
      to: "2026-11-16",
      before: "1763200000000000-42",
      other: "x",
    }),
  ).toEqual({
    who: "Ada",
    what: "member.changed",
    via: "job",
    from: undefined,
    to: "2026-11-16",
    before: "1763200000000000-42",
  })
  expect(auditQuery.parse({ what: "drop table", who: "a\u0000", via: ["x"], before: "1-2-3" })).toEqual({})
})

test("an address keeps the filters, and a changed filter leads to the first page", () => {
  const query = auditQuery.parse({ who: "Ada B", via: "job", before: "9-9" })
  expect(auditHref(query, {})).toBe("/admin/audit?who=Ada+B&via=job")
  expect(auditHref(query, { who: undefined })).toBe("/admin/audit?via=job")
  expect(auditHref(query, { before: "5-6" }, "/admin/audit/csv")).toBe(
    "/admin/audit/csv?who=Ada+B&via=job&before=5-6",
  )
  expect(auditHref({}, {})).toBe("/admin/audit")
})

test("a place is read from its text", () => {
  expect(placeOf("12-7")).toEqual({ microseconds: "12", seq: "7" })
  expect(placeOf(undefined)).toBeNull()
})
