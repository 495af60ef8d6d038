import { expect, test } from "vitest"
import type { ImportPlan } from "./import-plan.ts"
import { AccountSettling } from "./settle-account.ts"

const plan = (over: Partial<ImportPlan> = {}) =>
  ({ kind: "accounts", fields: {}, conflict: "update", treatments: [], ...over }) as unknown as ImportPlan
const row = (key: string) => ({ key, isIdStated: true, domain: "acme.com", name: "Acme" })
const found = (is: "adopted" | "contested") =>
  ({ is, by: "domain", accountId: "a", externalId: "acme.com" }) as const
const decided = (problem: string, what: "create" | "adopt") =>
  plan({ treatments: [{ problem, column: null, do: what }] })

test("an account without an id gets one, and is not taken again", () => {
  const settling = new AccountSettling(plan())
  expect(settling.settle(row("C-1"), found("adopted"))).toMatchObject({
    fault: { kind: "adopted_account", found: "acme.com gets the id C-1" },
    account: { externalId: "C-1", gives: "a" },
  })
  expect(settling.settle(row("C-2"), found("contested"))).toMatchObject({
    fault: { kind: "ambiguous_account" },
    account: null,
  })
})

test("a contested account waits for a decision: another one, or the same", () => {
  const settle = (settled: ImportPlan) => new AccountSettling(settled).settle(row("C-1"), found("contested"))
  expect(settle(plan())).toMatchObject({ fault: { kind: "contested_account" }, account: null })
  expect(settle(decided("contested_account", "create")).account).toEqual({ externalId: "C-1", gives: null })
  expect(settle(decided("contested_account", "adopt")).account).toEqual({ externalId: "C-1", gives: "a" })
})
