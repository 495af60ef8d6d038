import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { defaultSettings, type Repair } from "#lib/imports/settings.ts"
import { checkImport } from "./check-import.ts"
import { receiveFile } from "./receive-file.ts"
import { workbookOf, zipOf } from "./testing/workbook.ts"
import { writeImport } from "./write-import.ts"

process.env.CSOPS_MASTER_KEY ??= Buffer.alloc(32, 7).toString("base64")
const { owner } = testDatabase()

type Content = string | Uint8Array
type Place = Awaited<ReturnType<typeof testWorkspace>>

async function received(to: Place, kind: ImportKind, content: Content): Promise<string> {
  async function* parts() {
    yield typeof content === "string" ? Buffer.from(content) : content
  }
  const arriving = { kind, fileName: "hostile.csv", sourceKey: "csv", bytes: parts() }
  return (await receiveFile(to.caller, arriving)).runId
}

const check = (to: Place, runId: string, repairs: readonly Repair[] = []): Promise<ImportCheck> =>
  checkImport(to.caller, runId, { ...defaultSettings, day: "2026-11-16", repairs: [...repairs] })

/** Rows that a workspace has in every table but those of the run itself. */
async function rowsOf({ workspaceId }: Place): Promise<Record<string, number>> {
  const tables = await owner<{ name: string }[]>`
    select distinct c.table_name as name from information_schema.columns c
      join pg_class t on t.relname = c.table_name and t.relkind in ('r', 'p') and not t.relispartition
    where c.table_schema = 'public' and c.column_name = 'workspace_id'
      and c.table_name not in ('sync_run', 'import_file', 'source', 'import_mapping')`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await owner<{ count: number }[]>`
      select count(*)::int as count from ${owner(name)} where workspace_id = ${workspaceId}`
    counts[name] = row?.count ?? 0
  }
  return counts
}

const wide = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`).join(",")
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")
const many = (line: (at: number) => string, count = 40) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n")

/** The archive with one more part between its entries and its directory, which does not name it. */
function withHidden(archive: Buffer, size: number): Buffer {
  const directory = archive.indexOf(Buffer.from("PK\u0001\u0002"))
  const alone = zipOf([{ name: "xl/x.xml", content: Buffer.alloc(size, " ") }])
  const hidden = alone.subarray(0, alone.indexOf(Buffer.from("PK\u0001\u0002")))
  const end = Buffer.from(archive.subarray(directory))
  end.writeUInt32LE(directory + hidden.length, end.length - 6)
  return Buffer.concat([archive.subarray(0, directory), hidden, end])
}

type Case = {
  kind?: ImportKind
  content: Content
  problems: string
  repaired?: { create: number; reject?: number }
}

const hostile: Record<string, Case> = {
  "broken dates": {
    content: `id,Contract end\n${many((at) => `A-${at},${at % 4 === 0 ? "2026-13-45" : "2027-01-31"}`)}\n`,
    problems: "unreadable_field",
    repaired: { create: 40 },
  },
  "mixed date orders": {
    content: "id,Contract end\nA-1,31/12/2026\nA-2,30/11/2026\nA-3,12/31/2026\n",
    problems: "mixed_dates",
  },
  "dates of unclear order": {
    content: "id,Contract end\nA-1,03/04/2027\n",
    problems: "ambiguous_date",
    repaired: { create: 1 },
  },
  "duplicate ids": {
    content: "id,NPS\nA1,2\nA1\u00a0,3\nA2,1\n",
    problems: "repeated_id",
    repaired: { create: 2, reject: 1 },
  },
  "duplicate ids far apart": {
    content: `id,NPS\nA1,2\n${many((at) => `B${at},1`, 3_000)}\n"\tA1",3\n`,
    problems: "repeated_id",
    repaired: { create: 3_001, reject: 1 },
  },
  "empty ids": { content: "id,NPS\n1,2\n,3\n", problems: "empty_id", repaired: { create: 1, reject: 1 } },
  "a header of 10,000 columns": { content: `id,${wide(10_000)}\n1\n`, problems: "too_many_columns" },
  "a row of 10,000 columns": {
    content: `id,NPS\n1,2\n${wide(10_000)}\n`,
    problems: "ragged_row",
    repaired: { create: 1, reject: 1 },
  },
  "formulas in columns of numbers and choices": {
    content: `id,ARR,Segment\n${many((at) => `A-${at},"=1+1","+cmd|' /C calc'!A0"`)}\n`,
    problems: "unreadable_field",
  },
  "a NUL character": {
    content: "id,name\n1,a\u0000b\n2,b\n",
    problems: "nul_character",
    repaired: { create: 1, reject: 1 },
  },
  "a NUL character in the header": { content: "id,\u0000\n1,2\n", problems: "wrong_header" },
  "half a character in UTF-16": {
    content: utf16("id,name\n1,a\ud800b\n2,b\n"),
    problems: "",
    repaired: { create: 2 },
  },
  "surrogates written as UTF-8": {
    content: Buffer.concat([
      Buffer.from("id,name\n1,Zoë "),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from("\n2,ÄÖÜ\n"),
    ]),
    problems: "",
    repaired: { create: 2 },
  },
  "a truncated gzip": { content: gzipSync("id,name\n1,a\n").subarray(0, 24), problems: "unreadable_file" },
  "a gzip bomb": { content: gzipSync(Buffer.alloc(300 * 1024 ** 2, "\n")), problems: "unreadable_file" },
  "a gzip bomb of one line": {
    content: gzipSync(Buffer.alloc(100 * 1024 ** 2)),
    problems: "unreadable_file",
  },
  "an endless line": { content: `id,name\n1,${"x".repeat(5 * 1024 ** 2)}\n`, problems: "unreadable_file" },
  "an unclosed quote": { content: 'id,NPS\n1,"2\n3,4\n', problems: "unreadable_file" },
  "a quote in the middle": { content: 'id,NPS\n1,5" pipe\n', problems: "unreadable_file" },
  "missing columns": { content: "colour,size\nred,1\n", problems: "missing_id" },
  "missing columns of a contract": {
    kind: "contracts",
    content: "contract id,amount\n1,2\n",
    problems: "missing_column,missing_column",
  },
  "two ids of equal right": { content: "customer_id,account_id\n1,2\n", problems: "ambiguous_id" },
  "an empty file": { content: "", problems: "unreadable_file" },
  "blank rows alone": { content: "\n\n , \n", problems: "unreadable_file" },
  "a header alone": { content: "id,NPS\n", problems: "no_rows" },
  "a zip that is no workbook": {
    content: zipOf([{ name: "a", content: Buffer.from("a") }]),
    problems: "unreadable_file",
  },
  "a workbook bomb": { content: workbookOf({ A: " ".repeat(90 * 1024 ** 2) }), problems: "unreadable_file" },
  "a part that the archive does not list": {
    content: withHidden(workbookOf({ A: [["id"], ["A-1"]] }), 400 * 1024 ** 2),
    problems: "",
    repaired: { create: 1 },
  },
  "a workbook of opening tags alone": {
    content: workbookOf({ A: "<c ".repeat(5_000_000) }),
    problems: "unreadable_file",
  },
  "a row far below": {
    content: workbookOf({ A: '<worksheet><sheetData><row r="1e9"/></sheetData></worksheet>' }),
    problems: "unreadable_file",
  },
  "a column far away, in disguise": {
    content: workbookOf({
      A: "<worksheet><sheetData><row><c x='>' r = 'ZZZZZ1'><v>1</v></c></row></sheetData></worksheet>",
    }),
    problems: "unreadable_file",
  },
  "a picture": {
    content: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]),
    problems: "unreadable_file",
  },
  "bytes that are no text": {
    content: Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 167 + (at >> 3) * 31) & 255)),
    problems: "unreadable_file",
  },
  "a program": {
    content: Buffer.from("\u007fELF\u0002\u0001\u0000\u0000\u001b[2J"),
    problems: "wrong_header,missing_id",
  },
  "amounts beyond every account": {
    content: "id,ARR\n1,1e308\n2,5\n",
    problems: "amount_out_of_range",
    repaired: { create: 2 },
  },
  "readings of unknown accounts, of tomorrow and of no number": {
    kind: "signals",
    content: `account,measure,day,value\n${many((at) => `X-${at},nps,2026-01-01,${at}`)}\nX-1,nps,2099-01-01,1\nX-1,nps,2026-02-01,many\n`,
    problems: "future_day,unknown_account,unreadable_number",
  },
}

describe("a hostile file", () => {
  for (const [what, { kind = "accounts", content, problems, repaired }] of Object.entries(hostile))
    test(`${what}: grouped repairs or a refusal in words, and no row is written`, async () => {
      const to = await testWorkspace()
      const before = await rowsOf(to)
      const runId = await received(to, kind, content)
      const found = await check(to, runId)
      const kinds = found.problems.map((problem) => problem.kind)
      expect(kinds.toSorted().join(",")).toBe(problems.split(",").toSorted().join(","))
      expect(found.isWritable).toBe(problems === "")
      for (const problem of found.problems) {
        expect(problem.fix.length).toBeGreaterThan(10)
        expect(problem.expected).not.toBe("")
        expect(problem.samples.length).toBeLessThanOrEqual(5)
      }
      if (!found.isWritable)
        await expect(writeImport(to.caller, runId)).rejects.toMatchObject({ code: "conflict" })
      if (repaired) {
        const repairs = found.problems.flatMap(({ repairs: [first] }) => (first ? [first.repair] : []))
        const again = await check(to, runId, repairs)
        expect(again.problems).toEqual([])
        expect(again.isWritable).toBe(true)
        expect(again.counts).toMatchObject({ create: repaired.create, reject: repaired.reject ?? 0 })
      }
      expect(await rowsOf(to)).toEqual(before)
    })
})

test("markup, direction marks and formulas are texts like any other, from the file to the table", async () => {
  const names = [
    "<script>alert(1)</script>",
    "\u202eevil\u202c",
    "شركة مريم",
    "=1+1",
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
  ]
  const to = await testWorkspace()
  const content = `id,name\n${names.map((name, at) => `A-${at},"${name}"`).join("\n")}\n`
  const runId = await received(to, "accounts", content)
  const found = await check(to, runId)
  expect(found).toMatchObject({ problems: [], isWritable: true, counts: { create: 6 } })
  await writeImport(to.caller, runId)
  const stored = await owner<{ name: string }[]>`
    select name from account where workspace_id = ${to.workspaceId} order by external_id`
  expect(stored.map(({ name }) => name)).toEqual(names)
})

test("formula cells of a workbook count by their stored result", async () => {
  const to = await testWorkspace()
  const content = workbookOf({
    A: [
      ["id", "name", "ARR"],
      ["A-1", { formula: "CONCATENATE(1,2)", result: "Twelve" }, 12.5],
    ],
  })
  const runId = await received(to, "accounts", content)
  expect(await check(to, runId)).toMatchObject({
    problems: [],
    sample: [{ name: "Twelve" }],
    isWritable: true,
  })
})
