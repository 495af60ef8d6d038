import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { inWorkspace } from "#db/in-workspace.ts"
import { importRuns } from "#db/queries/imports.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { type ImportReport, importAccounts } from "./import-accounts.ts"

const folder = mkdtempSync(join(tmpdir(), "csops-import-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let home: TestWorkspace
beforeAll(async () => {
  home = await testWorkspace()
})

type Options = {
  to?: TestWorkspace
  map?: Record<string, string>
  day?: string
  dry?: boolean
  name?: string
}

function load(content: string | Uint8Array, { to = home, map = {}, day, dry, name }: Options = {}) {
  const path = join(folder, name ?? "accounts.csv")
  writeFileSync(path, content)
  return importAccounts(to.caller, {
    path,
    chosen: new Map(Object.entries(map)),
    day: day ?? "2026-11-16",
    sourceKey: "csv",
    isDryRun: dry ?? false,
    onProgress: () => {},
  })
}

/** Everything an import may change, so that "nothing was written" means all of it. */
const everything = (of: TestWorkspace) =>
  inWorkspace(of.caller, async (tx) => {
    const [row] = await tx.execute<Record<string, number | string>>(sql`
      select (select count(*)::int from account) as accounts, (select count(*)::int from signal) as signals,
        (select count(*)::int from measure) as measures, (select count(*)::int from arr_movement) as movements,
        (select count(*)::int from contract) as contracts, (select count(*)::int from import_stage) as staged,
        (select count(*)::int from event where type not like 'import.%') as events,
        (select coalesce(max(updated_at)::text, '') from account) as updated,
        (select coalesce(max(received_at)::text, '') from signal) as received`)
    return row
  })

const kinds = (report: ImportReport) => report.problems.map(({ kind }) => kind)
const written = (report: ImportReport) => (report.state === "refused" ? null : report.written)

const good = `customer_id,Company,ARR,Renewal date,Parent,NPS,Plan,Churned
1,Acme,"$12,000",2026-12-31,,9,Pro,No
2,Beta,1000,2027-06-30,1,n/a,Basic,Yes
3,Gamma,0,,4,-3,Basic,No
4,<script>,,,,,=1+1,No
`

test("accounts, revenue, contracts, parents and signals arrive; the same file again changes nothing", async () => {
  const first = await load(good)
  expect(first.problems).toEqual([])
  expect(first.state).toBe("done")
  expect(written(first)).toMatchObject({
    created: 4,
    updated: 0,
    signals: 10,
    measuresNew: 3,
    arrMoved: 2,
    contracts: 2,
  })
  const before = await everything(home)
  expect(before).toMatchObject({
    accounts: 4,
    signals: 10,
    measures: 3,
    movements: 2,
    contracts: 2,
    staged: 0,
  })
  const again = await load(good)
  expect(written(again)).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 4,
    signals: 0,
    measuresNew: 0,
    arrMoved: 0,
    contracts: 0,
  })
  expect(await everything(home)).toEqual(before)
  const rows = await inWorkspace(home.caller, (tx) =>
    tx.execute<{ name: string; parent: string | null }>(sql`
      select a.name, p.name as parent from account a left join account p on p.id = a.parent_id order by a.external_id`),
  )
  expect([...rows]).toEqual([
    { name: "Acme", parent: null },
    { name: "Beta", parent: "Acme" },
    { name: "Gamma", parent: "<script>" },
    { name: "<script>", parent: null },
  ])
  const [role] = await inWorkspace(home.caller, (tx) =>
    tx.execute(sql`select role, kind from measure where key = 'churned'`),
  )
  expect(role).toEqual({ role: "outcome", kind: "ordinal" })
})

test("a changed file changes exactly what differs", async () => {
  const to = await testWorkspace()
  await load(good, { to })
  const changed = good.replace("Acme", "Acme Ltd").replace("n/a", "4").replace("1000,", "2000,")
  const report = await load(changed, { to })
  expect(written(report)).toMatchObject({ created: 0, updated: 1, unchanged: 3, signals: 1, arrMoved: 1 })
  const blanked = await load(changed.replace(",9,Pro", ",,Pro"), { to })
  expect(written(blanked)).toMatchObject({ updated: 0, signals: 1 })
})

test("a dry run counts the same and leaves nothing", async () => {
  const to = await testWorkspace()
  const before = await everything(to)
  const report = await load(good, { to, dry: true })
  expect(report.state).toBe("previewed")
  expect(written(report)).toMatchObject({
    created: 4,
    signals: 10,
    measuresNew: 3,
    arrMoved: 2,
    contracts: 2,
  })
  expect(await everything(to)).toEqual(before)
  expect(await inWorkspace(to.caller, (tx) => importRuns(tx, to.caller, { limit: 5 }))).toEqual([])
})

test("a dry run of a month without room makes the room apart, not within its chunks", async () => {
  const { owner } = testDatabase()
  const to = await testWorkspace()
  const report = await load(good, { to, dry: true, day: "2019-03-31" })
  expect(report.state).toBe("previewed")
  const [room] = await owner`select to_regclass('signal_2019_03') is not null as made`
  expect(room).toEqual({ made: true })
})

const wide = Array.from({ length: 10_000 }, (_, place) => `c${place}`).join(",")
const refused: Record<string, [string | Uint8Array, string]> = {
  "no id column": ["colour,size\nred,1\n", "missing_id"],
  "two ids of equal right": ["customer_id,account_id\n1,2\n", "ambiguous_id"],
  "the same id twice": ["id,NPS\n1,2\n 1,3\n", "repeated_id"],
  "the same id with another kind of blank": ["id,NPS\nA1,2\nA1\u00a0,3\n", "repeated_id"],
  "the same id with a blank, far below": [
    `id,NPS\nA1,2\n${Array.from({ length: 1_200 }, (_, place) => `B${place},1\n`).join("")}"\tA1",3\n`,
    "repeated_id",
  ],
  "an empty id": ["id,NPS\n1,2\n,3\n", "empty_id"],
  "a row with too many cells": ["id,NPS\n1,2,3\n", "ragged_row"],
  "a row of 10 000 cells": [`id,NPS\n${wide}\n`, "ragged_row"],
  "a header of 10 000 columns": [`id,${wide}\n1\n`, "too_many_columns"],
  "a header alone": ["id,NPS\n", "no_rows"],
  "blank rows alone": ["\n\n , \n", "no_rows"],
  "a NUL character": ["id,NPS\n1,\u0000\n", "nul_character"],
  "a NUL character in the header": ["id,\u0000\n1,2\n", "wrong_header"],
  "a program": [Buffer.from("\u007fELF\u0002\u0001\u0000\u0000\u001b[2J"), "wrong_header,missing_id"],
  "an unclosed quote": ['id,NPS\n1,"2\n3,4\n', "unreadable_file"],
  "a quote in the middle": ['id,NPS\n1,5" pipe\n', "unreadable_file"],
  "one endless line": [`id,NPS\n1,${"x".repeat(1_200_000)}\n`, "unreadable_file"],
  "one endless line of commas": [`id,NPS\n${",".repeat(3_000_000)}`, "unreadable_file"],
  "an empty file": ["", "unreadable_file"],
  "a workbook": ["PK\u0003\u0004…", "unreadable_file"],
  "a cut-off archive": [gzipSync(good).subarray(0, 60), "unreadable_file"],
  "revenue that is no amount": ["id,ARR\n1,much\n", "unreadable_field"],
  "revenue without an end of digits": ["id,ARR\n1,1e308\n2,5\n", "amount_out_of_range"],
  "revenue beyond every account": ["id,MRR\n1,1e20\n2,-1e20\n", "amount_out_of_range"],
  "an industry of many words": [`id,industry\n1,${"x".repeat(101)}\n`, "too_long"],
  "a contract that ends before it starts": [
    "id,Contract start,Contract end\n1,2026-12-31,2026-01-01\n",
    "contract_starts_after_end",
  ],
  "dates of unclear order": ["id,Renewal date\n1,03/04/2026\n", "ambiguous_date"],
}

for (const [what, [content, kind]] of Object.entries(refused))
  test(`refuses ${what}: nothing is written, the run keeps the reason`, async () => {
    const to = await testWorkspace()
    const before = await everything(to)
    const report = await load(content, { to })
    expect(report.state).toBe("refused")
    expect(kinds(report).join(",")).toBe(kind)
    expect(await everything(to)).toEqual(before)
    const [run] = await inWorkspace(to.caller, (tx) => importRuns(tx, to.caller, { limit: 5 }))
    expect(run).toMatchObject({ state: "refused", problems: report.problems })
  })

test("several problems are told at once", async () => {
  const to = await testWorkspace()
  const report = await load("id,ARR\n1,5\n1,6\n,7\n8,much\n9,1,2\n", { to })
  expect(kinds(report).sort()).toEqual(["empty_id", "ragged_row", "repeated_id", "unreadable_field"])
})

test("a role without the permission is refused before the file is read", async () => {
  const csm = { ...home, caller: home.as("csm") }
  await expect(load(good, { to: csm })).rejects.toMatchObject({ code: "forbidden" })
})

const names = async (content: string | Uint8Array, name?: string) => {
  const to = await testWorkspace()
  const report = await load(content, { to, ...(name && { name }) })
  expect(report.state).toBe("done")
  const rows = await inWorkspace(to.caller, (tx) =>
    tx.execute<{ name: string }>(sql`select name from account order by external_id`),
  )
  return { names: rows.map((row) => row.name), report }
}

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])

test("every encoding, separator, line end and compression gives the same names", async () => {
  const text = "id,name\n1,Zoë\n2,Émile\n"
  const expected = ["Zoë", "Émile"]
  expect((await names(text)).names).toEqual(expected)
  expect((await names(`\ufeff${text}`)).names).toEqual(expected)
  expect((await names(utf16(text))).names).toEqual(expected)
  expect((await names(gzipSync(text), "accounts.csv.gz")).names).toEqual(expected)
  expect((await names(text.replaceAll(",", ";").replaceAll("\n", "\r\n"))).names).toEqual(expected)
  expect((await names(text.replaceAll(",", "\t").replaceAll("\n", "\r"))).names).toEqual(expected)
  expect((await names("id|name\r\n1|Zoë\n\n2|Émile")).names).toEqual(expected)
  const western = await names(Buffer.from(text, "latin1"))
  expect(western.names).toEqual(expected)
  expect(western.report.table?.encoding.isGuess).toBe(true)
})

test("lone surrogates are replaced and told, quoted line breaks are kept", async () => {
  const { names: found, report } = await names(utf16('id,name\n1,a\ud800b\n2,"two\nlines"\n'))
  expect(found).toEqual(["a\ufffdb", "two\nlines"])
  expect(report.problems).toMatchObject([{ kind: "unreadable_character", severity: "warning", count: 1 }])
})

test("stray words in a numeric column are warnings and count as missing", async () => {
  const to = await testWorkspace()
  const rows = Array.from({ length: 200 }, (_, place) => `${place},${place === 70 ? "n.v." : place}`)
  const report = await load(`id,NPS\n${rows.join("\n")}\n`, { to })
  expect(report.problems).toMatchObject([
    { kind: "unreadable_number", count: 1, samples: [{ row: 72, found: "n.v." }] },
  ])
  expect(written(report)).toMatchObject({ created: 200, signals: 199 })
})

test("owners and parents that nobody knows are warnings", async () => {
  const to = await testWorkspace()
  const report = await load("id,owner,parent\n1,Ann Lee,\n2,ann lee,9\n3,,3\n", { to })
  expect(report.state).toBe("done")
  expect(report.problems).toMatchObject([
    { kind: "unknown_owner", count: 2, samples: [{ row: 2 }] },
    { kind: "unknown_parent", count: 2 },
  ])
})

test("words for nothing state nothing, in every field but the id", async () => {
  const to = await testWorkspace()
  const report = await load(
    "id,name,industry,region,language,owner,parent,segment,stage\nnull,n/a,-,NULL,\u2014,n/a,-,null,n/a\n",
    { to },
  )
  expect(report).toMatchObject({ state: "done", problems: [] })
  const rows = await inWorkspace(to.caller, (tx) =>
    tx.execute(sql`select external_id, name, industry, region, language, segment from account`),
  )
  expect([...rows]).toEqual([
    { external_id: "null", name: "null", industry: null, region: null, language: null, segment: null },
  ])
})

test("a contract start without an end is told and writes no contract", async () => {
  const to = await testWorkspace()
  const report = await load("id,Contract start,Contract end\n1,2026-01-01,\n2,2026-01-01,2026-12-31\n", {
    to,
  })
  expect(report.problems).toMatchObject([
    {
      kind: "contract_without_end",
      severity: "warning",
      count: 1,
      samples: [{ row: 2, found: "2026-01-01" }],
    },
  ])
  expect(written(report)).toMatchObject({ created: 2, contracts: 1 })
})

test("another workspace sees nothing of an import", async () => {
  const other = await testWorkspace()
  expect(await everything(other)).toMatchObject({ accounts: 0, signals: 0, measures: 0, events: 0 })
})
