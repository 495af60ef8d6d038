import { expect, test } from "vitest"
import { record } from "#db/commands/record.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import { auditCsv } from "./audit-csv.ts"

testDatabase()

async function textOf(caller: Caller, query = {}): Promise<string> {
  let text = ""
  for await (const piece of auditCsv(caller, { query, timeZone: "UTC" })) text += piece
  return text
}

test("the file holds what the filters leave, and no cell that a spreadsheet takes for a formula", async () => {
  const { caller, as } = await testWorkspace()
  const sly: Caller = { ...caller, actor: { ...caller.actor, name: '=HYPERLINK("x")' } }
  await inWorkspace(sly, (tx) =>
    record(tx, sly, { type: "job.asked", caseType: "job", caseId: "1", payload: { name: "+1+cmd" } }),
  )
  const [head, row, ...rest] = (await textOf(caller)).trim().split("\r\n")
  expect(head).toContain("When (UTC),What,Particulars")
  expect(row).toContain(`"'=HYPERLINK(""x"")"`)
  expect(row).toContain(",'+1+cmd,")
  expect(rest).toEqual([])
  expect((await textOf(caller, { what: "member.changed" })).trim().split("\r\n")).toHaveLength(1)
  await expect(textOf(as("csm"))).rejects.toMatchObject({ code: "forbidden" })
})
