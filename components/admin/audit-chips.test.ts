import { expect, test } from "vitest"
import { auditChips } from "./audit-chips.ts"

test("each filter is named, and its chip leads to the log without it alone", () =>
  expect(auditChips({ who: "Ada", via: "token" }, "2026-11-16")).toEqual([
    { filter: "who", label: "Who: Ada", href: "/admin/audit?via=token" },
    { filter: "via", label: "Via: API client", href: "/admin/audit?who=Ada" },
  ]))

test("a log without filters has no chips", () => expect(auditChips({}, "2026-11-16")).toEqual([]))
