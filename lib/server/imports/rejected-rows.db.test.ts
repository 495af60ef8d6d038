import { expect, test } from "vitest"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { guardedCell } from "#lib/format/guarded-cell.ts"
import { rejectedRowsCsv } from "./rejected-rows.ts"
import { load } from "./testing/load.ts"

const { owner } = testDatabase()

test("what begins like a formula is led in by an apostrophe, and a number is not", () => {
  expect(["=1+1", "-A1", "+49 30", "@x", "-5", "+1,234.50", "1-2"].map(guardedCell)).toEqual([
    "'=1+1",
    "'-A1",
    "'+49 30",
    "'@x",
    "-5",
    "+1,234.50",
    "1-2",
  ])
})

test("rejected rows that are downloaded, mended and imported again arrive as they would have at first", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: "customer_id,name\n1,Acme\n" })
  const text =
    "account,date,NPS,Plan,Note\n1,2026-11-01,9,Pro,a\n-A7,2026-11-01,-5,@Pro,b\n@8,2026-11-01,-1.5,Free,c\n"
  const columns = [{ header: "Note", index: 4, use: "ignore" }]
  const repairs = [{ do: "reject", problem: "unknown_account", column: 0 }] as const
  const first = await load(caller, { kind: "signals", text }, { repairs: [...repairs], columns })
  expect(first.outcome).toMatchObject({ created: 2, rejected: 2 })
  let csv = ""
  for await (const piece of rejectedRowsCsv(caller, first.runId)) csv += piece
  expect(csv).toContain("'-A7,2026-11-01,-5,'@Pro,b,")
  await load(caller, { kind: "accounts", text: "customer_id,name\n'-A7,Minus\n@8,At\n" })
  const { outcome, check } = await load(caller, { kind: "signals", text: csv }, { columns })
  expect(check.plan?.headers).toEqual(["account", "date", "NPS", "Plan", "Note"])
  expect(outcome).toMatchObject({ created: 4, rejected: 0 })
  const rows = await owner`
    select a.external_id as id, m.label, coalesce(s.value_text, s.value::text) as value from signal s
      join account a on a.id = s.account_id
      join measure m on m.workspace_id = s.workspace_id and m.id = s.measure_id
    where s.workspace_id = ${workspaceId} and a.external_id <> '1' order by 1, 2`
  expect([...rows]).toEqual([
    { id: "-A7", label: "NPS", value: "-5" },
    { id: "-A7", label: "Plan", value: "@Pro" },
    { id: "@8", label: "NPS", value: "-1.5" },
    { id: "@8", label: "Plan", value: "Free" },
  ])
})
