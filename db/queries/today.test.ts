import { beforeAll, describe, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { weeklyDays } from "#lib/health/weekly-days.ts"
import type { PersonId } from "#lib/id.ts"
import { putAway } from "#lib/today/put-away.ts"
import type { TodayScope } from "#lib/today/schema.ts"
import { refreshAccountList } from "../commands/account-list.ts"
import { writeAccounts } from "../commands/accounts.ts"
import { moveArr, writeContracts } from "../commands/contracts.ts"
import { setOverride } from "../commands/overrides.ts"
import { writePeople } from "../commands/people.ts"
import { ensureScoreMonth, rescoreChunk } from "../commands/rescore.ts"
import { bringBackToday, putAwayToday } from "../commands/today.ts"
import { recordTouchpoints } from "../commands/touchpoints.ts"
import { inWorkspace } from "../in-workspace.ts"
import { publishUsageModel, receiveUsage } from "../testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { accountRows } from "./accounts.ts"
import { publishedModels } from "./health.ts"
import { accountTotals } from "./list-totals.ts"
import { bookAccounts, bookTotals, bookTouchpoints, teamOf, todayMarks, toldBySource } from "./today.ts"
import { bookHistory } from "./today-history.ts"
import { strongestChanges } from "./today-moves.ts"

const today = "2026-11-16"
const timeZone = "UTC"
const book = { hot: "Chen", calm: "Chen", gone: "Chen", mate: "Diaz", far: "Eve", free: null } as const
type Name = keyof typeof book

describe("the book of today", () => {
  const { owner } = testDatabase()
  let home: TestWorkspace
  let chen: Caller
  let ids: ReadonlyMap<string, string>
  const idOf = (name: Name) => ids.get(name) ?? ""
  const read = <Value>(work: (tx: Parameters<typeof bookTotals>[0]) => Promise<Value>) =>
    inWorkspace(chen, work)
  const bookOf = async (scope: TodayScope) => {
    const team = await read((tx) => teamOf(tx, chen))
    return { scope, people: scope === "mine" ? team.slice(0, 1) : team, today, timeZone }
  }

  beforeAll(async () => {
    home = await testWorkspace()
    const { caller } = home
    const person = (name: string, teamName: string) => ({
      externalId: name,
      name,
      position: "Customer Success Manager",
      jobFunction: "cs" as const,
      managerExternalId: null,
      teamName,
      fte: 1,
      timeZone: null,
      startedOn: null,
      endedOn: null,
      skills: [],
      costRates: [],
    })
    const teams = ["North", "South"].map((name) => ({ name, segment: null, region: null }))
    const people = [person("Chen", "North"), person("Diaz", "North"), person("Eve", "South")]
    await inWorkspace(caller, (tx) => writePeople(tx, caller, { teams, skills: [], people }))
    const accounts = Object.entries(book).map(([name, ownerName]) =>
      accountFields.parse({
        externalId: name,
        name,
        ownerName,
        lifecycleStage: name === "gone" ? "churned" : "value",
      }),
    )
    ids = (await inWorkspace(caller, (tx) => writeAccounts(tx, caller, { accounts }))).ids
    await inWorkspace(caller, async (tx) => {
      await moveArr(tx, caller, {
        accounts: Object.keys(book).map((name, place) => ({
          accountId: ids.get(name) ?? "",
          statedCents: (place + 1) * 100_000,
        })),
        day: "2026-08-01",
        currency: "USD",
        source: "test",
      })
      await writeContracts(tx, caller, {
        contracts: [
          { accountId: idOf("hot"), externalId: "c1", startsOn: "2026-01-01", endsOn: "2026-12-31" },
          { accountId: idOf("calm"), externalId: "c2", startsOn: "2026-01-01", endsOn: "2027-12-31" },
        ],
        currency: "USD",
      })
      await recordTouchpoints(tx, caller, {
        touchpoints: ["2026-08-20", "2026-11-01", "2026-10-20", "2026-10-19"].map((day, place) => ({
          externalId: `t${place}`,
          accountId: idOf("hot"),
          type: "call" as const,
          happenedAt: new Date(`${day}T10:00:00Z`),
          personExternalId: "Chen",
          contactExternalIds: [],
          note: null,
          nextPlannedOn: day === "2026-11-01" ? "2026-11-20" : null,
        })),
      })
    })
    await publishUsageModel(caller)
    const usage = { hot: 60, calm: 90, gone: 10, mate: 40, far: 30 }
    const score = async (day: string) => {
      await inWorkspace(caller, (tx) => ensureScoreMonth(tx, caller, { day }))
      await inWorkspace(caller, async (tx) => {
        const models = await publishedModels(tx, caller)
        await rescoreChunk(tx, caller, { models, day, after: null })
      })
    }
    await receiveUsage(caller, { ids, usage, day: "2026-11-10" })
    for (const day of ["2026-11-10", "2026-11-15"]) await score(day)
    await receiveUsage(caller, { ids, usage: { hot: 20 }, day: today })
    await score(today)
    const [row] =
      await owner`select id from person where workspace_id = ${home.workspaceId} and name = 'Chen'`
    const csm = home.as("csm")
    chen = { ...csm, actor: { ...csm.actor, personId: row?.id as PersonId } }
  })

  test.each([
    ["mine", { owner: "me" }, ["calm", "hot"]],
    ["all", {}, ["free", "far", "mate", "calm", "hot"]],
  ] as const)("%s: every number is that of the rows its link opens", async (scope, filters, names) => {
    const totals = await read(async (tx) => bookTotals(tx, chen, await bookOf(scope)))
    const rows = async (more: object) => {
      const query = accountsQuery.parse({ ...filters, lost: "hide", ...more })
      const { rows: shown } = await read((tx) =>
        accountRows(tx, chen, { query, position: null, today, currency: "USD" }),
      )
      const { matching } = await read((tx) => accountTotals(tx, chen, { query, position: null, today }))
      expect(shown).toHaveLength(matching)
      return shown
    }
    const arrOf = (found: { arrCents: number | null }[]) =>
      found.reduce((sum, { arrCents }) => sum + (arrCents ?? 0), 0)
    const whole = await rows({})
    expect(new Set(whole.map(({ name }) => name))).toEqual(new Set(names))
    expect(totals.accounts).toBe(whole.length)
    expect(totals.arrCents).toBe(arrOf(whole))
    expect(totals.actNowArrCents).toBe(arrOf(await rows({ band: "red" })))
    expect(totals.actNowArrCents).toBeGreaterThan(0)
    expect(totals.renewals).toBe((await rows({ due: "90d" })).length)
    expect(totals.renewals).toBe(1)
    const touched = await read(async (tx) =>
      bookTouchpoints(tx, chen, { ...(await bookOf(scope)), limit: 99 }),
    )
    expect(totals.touchpoints).toBe(touched.length)
    expect(touched.map(({ happenedAt }) => happenedAt.toISOString().slice(0, 10))).toEqual([
      "2026-11-01",
      "2026-10-20",
    ])
    expect(totals).toMatchObject({ knowsTouchpoints: true, knowsOwners: true })
  })

  test.each([
    ["team", ["mate", "calm", "hot"]],
    ["owner", ["far"]],
    ["seg", []],
  ] as const)("narrowed to a %s of the frame, book and list have the same accounts", async (key, names) => {
    const [found] =
      await owner`select (select id from team where workspace_id = ${home.workspaceId} and name = 'North') as team,
      (select id from person where workspace_id = ${home.workspaceId} and name = 'Eve') as owner, 'SMB' as seg`
    const narrowed = { [key]: found?.[key] }
    const inBook = await read(async (tx) =>
      bookAccounts(tx, chen, { ...(await bookOf("all")), narrowed, limit: 9 }),
    )
    const query = accountsQuery.parse({ ...narrowed, lost: "hide" })
    const listed = await read((tx) =>
      accountRows(tx, chen, { query, position: null, today, currency: "USD" }),
    )
    const namesOf = (rows: readonly { name: string }[]) => new Set(rows.map(({ name }) => name))
    expect(namesOf(inBook)).toEqual(new Set(names))
    expect(namesOf(listed.rows)).toEqual(new Set(names))
  })

  test("the team's book has the accounts of its people, and of nobody else", async () => {
    const found = await read(async (tx) => bookAccounts(tx, chen, { ...(await bookOf("team")), limit: 9 }))
    expect(found.map(({ name }) => name)).toEqual(["mate", "calm", "hot"])
    const withUnowned = await read(async (tx) =>
      bookAccounts(tx, chen, { ...(await bookOf("team")), withUnowned: true, limit: 9 }),
    )
    expect(withUnowned.map(({ name }) => name)).toEqual(["free", "mate", "calm", "hot"])
    const eve = home.as("csm")
    expect(await inWorkspace(eve, (tx) => teamOf(tx, eve))).toEqual([])
  })

  test("an account comes with all that can ask for attention", async () => {
    const found = await read(async (tx) => bookAccounts(tx, chen, { ...(await bookOf("mine")), limit: 9 }))
    expect(found.find(({ name }) => name === "hot")).toMatchObject({
      ownerName: "Chen",
      arrCents: 100_000,
      renewsOn: "2026-12-31",
      lastContactOn: "2026-11-01",
      plannedOn: "2026-11-20",
      cadenceDays: null,
      value: 20,
      band: "red",
      health: 20,
      countedBand: "red",
      earlier: 60,
    })
    const cut = await read(async (tx) => bookAccounts(tx, chen, { ...(await bookOf("mine")), limit: 1 }))
    expect(cut.map(({ name }) => name)).toEqual(["calm"])
  })

  test("the newest success profile of the segment or of the account says the cadence", async () => {
    await owner`insert into success_profile (workspace_id, id, name, version, segment, goals, skills, cadence_days, effort_hours_per_month)
      select ${home.workspaceId}, gen_random_uuid(), name, version, null, '[]', '[]', days, 1
      from (values ('Own', 1, 10), ('Own', 2, 12)) as given (name, version, days)`
    await owner`update account set success_profile_id = (select id from success_profile
        where workspace_id = ${home.workspaceId} and name = 'Own' and version = 1)
      where workspace_id = ${home.workspaceId} and id = ${idOf("calm")}`
    const found = await read(async (tx) => bookAccounts(tx, chen, { ...(await bookOf("mine")), limit: 9 }))
    expect(found.map(({ name, cadenceDays }) => [name, cadenceDays])).toEqual([
      ["calm", 12],
      ["hot", null],
    ])
  })

  test("history has 13 weeks that end today, with what was known then", async () => {
    const weeks = await read(async (tx) =>
      bookHistory(tx, chen, { ...(await bookOf("mine")), days: weeklyDays(today) }),
    )
    expect(weeks).toHaveLength(13)
    expect(weeks.at(-1)).toEqual({
      day: today,
      arrCents: 300_000,
      actNowArrCents: 100_000,
      renewals: 1,
      touchpoints: 2,
    })
    expect(weeks.at(-2)).toMatchObject({ day: "2026-11-09", actNowArrCents: null, touchpoints: 3 })
    // Four weeks that begin before the first known touchpoint are not known.
    expect(weeks[0]).toMatchObject({ day: "2026-08-24", arrCents: 300_000, touchpoints: null })
    expect(weeks[4]).toMatchObject({ day: "2026-09-21", touchpoints: 0, renewals: 0 })
  })

  test("what needs attention in the last week is what the number beside it says, also where a person judged", async () => {
    const asked = { accountId: idOf("calm"), score: 10, reason: "We know better here", day: today }
    const last = async () => {
      const own = await bookOf("mine")
      const weeks = await read((tx) => bookHistory(tx, chen, { ...own, days: weeklyDays(today) }))
      const { actNowArrCents } = await read((tx) => bookTotals(tx, chen, own))
      return { line: weeks.at(-1)?.actNowArrCents, number: actNowArrCents }
    }
    const before = await last()
    expect(before.line).toBe(before.number)
    await inWorkspace(home.caller, (tx) =>
      setOverride(tx, home.caller, { ...asked, expiresAt: new Date("2026-12-01T00:00:00Z") }),
    )
    const after = await last()
    expect(after.line).toBe(after.number)
    expect(after.line).not.toBe(before.line)
    await owner`delete from health_override where workspace_id = ${home.workspaceId}`
    await inWorkspace(home.caller, (tx) => refreshAccountList(tx, home.caller, [idOf("calm")]))
  })

  test("a move is told with the part that moved most", async () => {
    const changes = await read((tx) =>
      strongestChanges(tx, chen, {
        accountIds: [idOf("hot"), idOf("calm")],
        before: "2026-11-15",
        after: today,
      }),
    )
    expect([...changes]).toEqual([
      [idOf("hot"), expect.objectContaining({ label: "Usage", before: 60, after: 20, points: -40 })],
    ])
  })

  test("a source counts the accounts of the book that it told of", async () => {
    const told = (accountIds: readonly string[]) =>
      read((tx) => toldBySource(tx, chen, { sourceKey: "test", accountIds, today }))
    expect(await told([idOf("hot"), idOf("calm"), idOf("free")])).toEqual({ accounts: 2, arrCents: 300_000 })
    expect(await told([idOf("free")])).toEqual({ accounts: 0, arrCents: null })
  })

  test("what is put away is away for this sign-in alone, comes back by undo, and leaves two entries", async () => {
    const itemKey = `touchpoint:${idOf("hot")}:2026-11-20`
    const marks = (caller: Caller) => inWorkspace(caller, (tx) => todayMarks(tx, caller, { timeZone }))
    const snoozed = await read((tx) =>
      putAwayToday(tx, chen, { kind: "snoozed", itemKey, snooze: "two_weeks" }),
    )
    expect(snoozed).toEqual({ ok: true, value: { untilDay: "2026-11-30" } })
    const mine = await marks(chen)
    expect(mine).toEqual([{ itemKey, kind: "snoozed", untilDay: "2026-11-30", markedOn: today }])
    expect(putAway(mine, today)(itemKey)).toBe(true)
    expect(putAway(mine, "2026-11-30")(itemKey)).toBe(false)
    expect(await marks(home.as("team_lead"))).toEqual([])
    await read((tx) => putAwayToday(tx, chen, { kind: "done", itemKey }))
    expect((await marks(chen))[0]).toMatchObject({ kind: "done", untilDay: null })
    await read((tx) => bringBackToday(tx, chen, { itemKey }))
    await read((tx) => bringBackToday(tx, chen, { itemKey }))
    expect(await marks(chen)).toEqual([])
    const told = await owner`select type from event where workspace_id = ${home.workspaceId}
      and case_type = 'today' order by seq`
    expect(told.map(({ type }) => type)).toEqual(["today.put_away", "today.put_away", "today.brought_back"])
  })

  test("another workspace sees neither accounts nor marks", async () => {
    const other = await testWorkspace()
    const { caller } = other
    const theirs = { scope: "all" as const, people: [], today, timeZone }
    const seen = await inWorkspace(caller, (tx) => bookTotals(tx, caller, theirs))
    expect(seen).toMatchObject({ accounts: 0, arrCents: null, touchpoints: 0, knowsTouchpoints: false })
    expect(await inWorkspace(caller, (tx) => bookAccounts(tx, caller, { ...theirs, limit: 9 }))).toEqual([])
  })
})
