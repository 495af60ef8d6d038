import { gzipSync } from "node:zlib"
import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { inWorkspace } from "#db/in-workspace.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { defaultSettings, type ImportSettings, type Repair } from "#lib/imports/settings.ts"
import { checkImport } from "./check-import.ts"
import { lookAtImport } from "./look-at-import.ts"
import { receiveFile } from "./receive-file.ts"
import { writeImport } from "./write-import.ts"

process.env.CSOPS_MASTER_KEY ??= Buffer.alloc(32, 7).toString("base64")
testDatabase()

type File = { kind?: ImportKind; content: string | Uint8Array; name?: string }

async function received(to: TestWorkspace, { kind = "accounts", content, name }: File): Promise<string> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content
  async function* parts() {
    yield bytes
  }
  const { runId } = await receiveFile(to.caller, {
    kind,
    fileName: name ?? `${kind}.csv`,
    sourceKey: "csv",
    bytes: parts(),
  })
  return runId
}

const settingsWith = (settings: Partial<ImportSettings>): ImportSettings => ({
  ...defaultSettings,
  day: "2026-11-16",
  ...settings,
})

async function checked(
  to: TestWorkspace,
  file: File,
  settings: Partial<ImportSettings> = {},
): Promise<ImportCheck & { runId: string }> {
  const runId = await received(to, file)
  return { ...(await checkImport(to.caller, runId, settingsWith(settings))), runId }
}

const kindsOf = ({ problems }: ImportCheck) => problems.map(({ kind }) => kind).join(",")
const recommended = ({ problems }: ImportCheck): Repair[] =>
  problems.flatMap(({ repairs }) => (repairs[0] ? [repairs[0].repair] : []))

const book = `customer_id,Company,Domain,Segment,Owner,ARR,Renewal date,Logins
C-1,Acme,acme.com,Enterprise,,12000,2026-12-31,9
C-2,Beta,beta.com,SMB,,1000,2027-06-30,4
C-3,Gamma,gamma.com,Mid-Market,,500,2027-01-31,2
C-4,Gamma,gamma4.com,SMB,,500,2027-01-31,2
`

let home: TestWorkspace
beforeAll(async () => {
  home = await testWorkspace()
  const { runId, isWritable } = await checked(home, { content: book })
  expect(isWritable).toBe(true)
  await writeImport(home.caller, runId)
})

describe("accounts", () => {
  test("a check counts and shows what becomes of each row, and writes nothing", async () => {
    const changed = `${book.replace("Acme,acme.com,Enterprise", "Acme Ltd,acme.com,Enterprise")}C-9,New,,,,,,1\n`
    const check = await checked(home, { content: changed })
    expect(check).toMatchObject({
      rows: 5,
      problems: [],
      counts: { create: 1, update: 1, skip: 3, reject: 0 },
    })
    expect(check.sample.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["Acme Ltd", "update"],
      ["Beta", "skip"],
      ["Gamma", "skip"],
      ["Gamma", "skip"],
      ["New", "create"],
    ])
    expect(check.sample[0]?.changes).toContainEqual({ field: "Name", before: "Acme", after: "Acme Ltd" })
    const [accounts] = await inWorkspace(home.caller, (tx) =>
      tx.execute(sql`select count(*)::int as count from account`),
    )
    expect(accounts).toEqual({ count: 4 })
  })

  test("another contract end or revenue alone is an update, told with what stood there, and once", async () => {
    const there = await testWorkspace()
    const first =
      "customer_id,Company,ARR,Contract start,Renewal date\nC-1,Acme,12000,2026-01-01,2026-12-31\nC-2,Beta,900,,\n"
    const { runId: before } = await checked(there, { content: first })
    await writeImport(there.caller, before)
    const second = first
      .replace("12000", "13500.5")
      .replace("12-31", "11-30")
      .replace("900,,", "900,,2027-05-31")
    const check = await checked(there, { content: second })
    expect(check.counts).toMatchObject({ create: 0, update: 2, skip: 0, reject: 0 })
    expect(check.sample).toMatchObject([
      {
        verdict: "update",
        changes: [
          { field: "Annual recurring revenue", before: "12,000.00", after: "13,500.50" },
          { field: "Contract end", before: "2026-12-31", after: "2026-11-30" },
        ],
      },
      {
        verdict: "update",
        changes: [
          { field: "Contract start", before: null, after: "2026-05-31" },
          { field: "Contract end", before: null, after: "2027-05-31" },
        ],
      },
    ])
    expect(await writeImport(there.caller, check.runId)).toMatchObject({ created: 0, updated: 2, skipped: 0 })
    const again = await checked(there, { content: second })
    expect(again.counts).toMatchObject({ create: 0, update: 0, skip: 2 })
    expect(await writeImport(there.caller, again.runId)).toMatchObject({ updated: 0, skipped: 2 })
  })

  test("columns in another order and headers in other words are the same file", async () => {
    const lines = book
      .trim()
      .split("\n")
      .map((line) => line.split(",").toReversed().join(","))
      .join("\n")
    const check = await checked(home, { content: lines.replace("customer_id", "Account ID") })
    expect(check.counts).toMatchObject({ create: 0, update: 0, skip: 4 })
  })

  test("without an id column accounts are known by domain, and two of one name are told", async () => {
    const byDomain = await checked(home, { content: "Website,Region\nacme.com,EU\n" })
    expect(byDomain.counts).toMatchObject({ create: 0, update: 1 })
    const byName = await checked(home, { content: "Company,Region\nACME,EU\nGamma,EU\n" })
    expect(byName.problems).toMatchObject([{ kind: "ambiguous_account", count: 1, samples: [{ row: 3 }] }])
    const left = await checked(
      home,
      { content: "Company,Region\nACME,EU\nGamma,EU\n" },
      { repairs: recommended(byName) },
    )
    expect(left).toMatchObject({ problems: [], counts: { update: 1, reject: 1 }, isWritable: true })
  })

  test("three kinds of error are told at once and each has its repair", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => {
      const segment = at % 10 === 0 ? "Entreprise" : "SMB"
      return `N-${at % 58},Name ${at},${segment},0${1 + (at % 9)}/0${1 + (at % 9)}/2027`
    })
    const content = `customer_id,Company,Segment,Renewal date\n${rows.join("\n")}\n`
    const check = await checked(home, { content })
    expect(kindsOf(check).split(",").toSorted()).toEqual(["repeated_id", "unreadable_field"])
    expect(check.problems.find(({ kind }) => kind === "unreadable_field")).toMatchObject({
      count: 6,
      values: [{ found: "Entreprise", count: 6 }],
      repairs: [
        { repair: { do: "replace_words", words: [{ from: "Entreprise", to: "Enterprise" }] } },
        {},
        {},
      ],
    })
    const again = await checked(home, { content }, { repairs: recommended(check) })
    expect(again).toMatchObject({ problems: [], counts: { create: 58, reject: 2 }, isWritable: true })
    const first = await checked(
      home,
      { content },
      { repairs: [...recommended(check), { do: "keep", which: "first" }] },
    )
    expect(first.sample.find(({ verdict }) => verdict === "reject")?.row).toBe(60)
  })

  test("dates whose order cannot be told, or that have two, ask for it", async () => {
    const unclear = await checked(home, { content: "id,Renewal date\nX-1,03/04/2027\nX-2,05/06/2027\n" })
    expect(unclear.problems).toMatchObject([
      { kind: "ambiguous_date", count: 2, repairs: [{ repair: { do: "read_days" } }, {}] },
    ])
    const content = "id,Renewal date\nX-1,31/12/2026\nX-2,12/31/2026\nX-3,30/11/2026\n"
    const mixed = await checked(home, { content })
    expect(kindsOf(mixed)).toBe("mixed_dates")
    const read = await checked(
      home,
      { content },
      { repairs: [{ do: "read_days", column: 1, order: "day_first" }] },
    )
    expect(read.problems).toMatchObject([{ kind: "unreadable_field", count: 1, samples: [{ row: 3 }] }])
    const all = await checked(
      home,
      { content },
      { repairs: [{ do: "read_days", column: 1, order: "day_first" }, ...recommended(read)] },
    )
    expect(all).toMatchObject({ problems: [], counts: { create: 3 } })
    const signals = await checked(home, { content: "id,Seen on\nX-1,31/12/2026\nX-2,12/31/2026\n" })
    expect(signals.notes.join()).toContain("it holds dates")
  })
})

describe("other kinds", () => {
  test.each<[ImportKind, string, object]>([
    [
      "contracts",
      "Contract ID,Account,Start date,End date,Auto renew,Product,Seats,Price\nK-1,C-1,01.02.2026,31.01.2027,yes,Suite,20,99.5\nK-2,beta.com,13.02.2026,31.01.2027,no,Suite,2,9\n",
      { create: 2 },
    ],
    [
      "movements",
      "customer id;effective date;type;amount\nC-1;2026-03-01;Upsell;1.200,50\nC-2;2026-03-01;downgrade;300,00\n",
      { create: 2 },
    ],
    [
      "contacts",
      "account,contact name,email,role,last contact\nAcme,Ann Lee,ann@acme.com,Exec sponsor,2026-10-01\nbeta.com,مريم,m@beta.com,user,\n",
      { create: 2 },
    ],
    [
      "people",
      "id,name,position,function,fte,hourly rate\nP-1,Kim Park,CSM,Customer Success,0.8,55\n",
      { create: 1 },
    ],
    [
      "touchpoints",
      "customer id,when,type,summary\nC-1,2026-03-31T14:30:00+02:00,QBR,=1+1\nC-1,31 Mar 2026 09:15,call,<script>\n",
      { create: 2 },
    ],
    [
      "signals",
      "account_id,metric,date,value\nC-1,Weekly active users,2026-11-01,12\nC-1,Plan,2026-11-01,Pro\nbeta.com,Weekly active users,2026-11-02,1.5\n",
      { create: 3, readings: 3 },
    ],
  ])("%s are checked, written, and change nothing the second time", async (kind, content, counts) => {
    const first = await checked(home, { kind, content })
    expect(first.problems).toEqual([])
    expect(first.counts).toMatchObject({ ...counts, update: 0, skip: 0, reject: 0 })
    await writeImport(home.caller, first.runId)
    const again = await checked(home, { kind, content })
    expect(again.counts).toMatchObject({ create: 0, update: 0, reject: 0 })
    for (const { verdict } of again.sample) expect(verdict).toBe("skip")
  })

  test("skills need people who are there, or makes them", async () => {
    const content = "employee,skill,level\nKim Park,Python,4\nNobody,Python,2\n"
    const check = await checked(home, { kind: "skills", content })
    expect(check.problems).toMatchObject([{ kind: "unknown_person", count: 1 }])
    const made = await checked(home, { kind: "skills", content }, { repairs: recommended(check) })
    expect(made).toMatchObject({ problems: [], counts: { create: 2, reject: 0 } })
  })

  test("signals in columns are wide, and an unknown account stops them with its repair", async () => {
    const content = "account,date,NPS,Plan\nC-1,2026-11-03,9,Pro\nC-77,2026-11-03,4,\n"
    const check = await checked(home, { kind: "signals", content })
    expect(check.plan).toMatchObject({
      shape: "wide",
      measures: [{ key: "nps" }, { key: "plan", kind: "ordinal" }],
    })
    expect(check.problems).toMatchObject([{ kind: "unknown_account", values: [{ found: "C-77" }] }])
    const left = await checked(home, { kind: "signals", content }, { repairs: recommended(check) })
    expect(left).toMatchObject({
      problems: [],
      firstDay: "2026-11-03",
      counts: { create: 2, readings: 2, reject: 1 },
    })
  })

  test("readings twice, of tomorrow and of no number are told at once", async () => {
    const many = Array.from(
      { length: 60 },
      (_, at) => `C-${1 + (at % 3)},Logins,2026-10-${10 + (at % 20)},${at}`,
    )
    const content = `account,measure,day,value\n${many.join("\n")}\nC-1,Logins,2099-01-01,4\nC-1,Logins,2026-10-10,5\nC-2,Logins,2026-09-01,n.v.\n`
    const check = await checked(home, { kind: "signals", content })
    expect(kindsOf(check)).toBe("future_day,repeated_id,unreadable_number")
    const last = await checked(home, { kind: "signals", content }, { repairs: recommended(check) })
    expect(last).toMatchObject({ problems: [], isWritable: true, counts: { create: 60, reject: 3 } })
  })
})

describe("a look", () => {
  test("says what each column is taken for, why, and what was guessed", async () => {
    const runId = await received(home, {
      content: gzipSync("Kunde;id;Umsatz\nZoë;7;1,5\n"),
      name: "k.csv.gz",
    })
    const look = await lookAtImport(home.caller, runId)
    expect(look.facts).toMatchObject({ format: "csv", isZipped: true, separator: { value: ";" } })
    expect(look.columns.map(({ use, isGuess }) => [use, isGuess])).toEqual([
      ["measure", true],
      ["externalId", true],
      ["measure", true],
    ])
    expect(look.guesses.join(" ")).toContain("separated by a semicolon")
  })

  test("a chosen column is no guess, and a wrong choice is told", async () => {
    const runId = await received(home, { content: "a,b\n1,2\n" })
    const columns = [{ header: "a", index: 0, use: "externalId" }]
    expect(await checkImport(home.caller, runId, settingsWith({ columns }))).toMatchObject({
      isWritable: true,
    })
    const look = await lookAtImport(home.caller, runId)
    expect(look.columns[0]).toMatchObject({ use: "externalId", isGuess: false })
    const wrong = [{ header: "c", index: 9, use: "externalId" }]
    expect(kindsOf(await checkImport(home.caller, runId, settingsWith({ columns: wrong })))).toContain(
      "unknown_column",
    )
  })

  test("a role without the permission is refused before the file is read", async () => {
    const runId = await received(home, { content: book })
    await expect(lookAtImport(home.as("csm"), runId)).rejects.toMatchObject({ code: "forbidden" })
    await expect(checkImport(home.as("csm"), runId, defaultSettings)).rejects.toMatchObject({
      code: "forbidden",
    })
  })
})
