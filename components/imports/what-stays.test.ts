import { expect, test } from "vitest"
import { whatStays } from "#components/imports/what-stays.ts"

const undone = {
  source: { name: "crm" },
  isSourceGone: true,
  isMappingKept: false,
  hasBroughtModel: false,
}

test("an import that leaves nothing but the log says so", () => {
  expect(whatStays(undone)).toEqual(["The audit log keeps that the file was imported and taken back."])
})

test("the source, the mapping and the model are named where they stay", () => {
  const all = whatStays({ ...undone, isSourceGone: false, isMappingKept: true, hasBroughtModel: true })
  expect(all).toHaveLength(4)
  expect(all[1]).toContain("The source “crm” stays")
  expect(all[2]).toContain("remembered")
  expect(all[3]).toContain("starter model")
})
