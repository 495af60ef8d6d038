import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import type { ListPosition } from "#lib/accounts/list-cursor.ts"
import { type AccountsQuery, accountSortKeys } from "#lib/accounts/list-query.ts"
import { accountFields, lifecycleStages, segments } from "#lib/accounts/schema.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { dayOf } from "#lib/format/instant.ts"
import { scoreBands } from "#lib/health/schema.ts"
import { mulberry32 } from "#lib/math/mulberry32.ts"
import type { PersonDraft } from "#lib/people/schema.ts"
import { inWorkspace } from "../in-workspace.ts"
import { accountListColumns, accountListOf } from "../queries/account-list.ts"
import { accountRows } from "../queries/accounts.ts"
import { publishedModels } from "../queries/health.ts"
import { accountTotals } from "../queries/list-totals.ts"
import { exposureOf, plainList, plainlySorted } from "../testing/plain-list.ts"
import { accountsWithUsage, publishUsageModel, receiveUsage } from "../testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { catchUpAccountList, refreshAccountList } from "./account-list.ts"
import { writeAccounts } from "./accounts.ts"
import { writeContracts } from "./contracts.ts"
import { addMovements } from "./contracts-movements.ts"
import { setOverride } from "./overrides.ts"
import { writePeople } from "./people.ts"
import { rescoreChunk } from "./rescore.ts"
import { recordTouchpoints } from "./touchpoints.ts"

const { owner } = testDatabase()
const timeZone = "Pacific/Auckland"
const start = Date.parse("2026-11-01T12:00:00Z")
const count = 30

describe("random commands at random instants", () => {
  let home: TestWorkspace
  let ids: string[]
  const next = mulberry32(7)
  const below = (limit: number) => Math.floor(next() * limit)
  const oneOf = <Value>(choices: readonly Value[]): Value => choices[below(choices.length)]!
  const at = (hours: number): Caller => ({ ...home.caller, now: new Date(start + hours * 3_600_000) })
  const today = (caller: Caller) => dayOf(caller.now, timeZone)
  const nearby = (caller: Caller) => addDays(today(caller), below(60) - 30)
  /** Near the days on which a renewal's urgency changes. */
  const termEnd = (caller: Caller) => addDays(nearby(caller), oneOf([0, 90, 180, 365]))

  beforeAll(async () => {
    home = await testWorkspace(new Date(start))
    await owner`update workspace set time_zone = ${timeZone} where id = ${home.workspaceId}`
    await publishUsageModel(home.caller)
    const usage = Object.fromEntries(Array.from({ length: count }, (_, nth) => [`a${nth}`, below(101)]))
    const made = await accountsWithUsage(home.caller, { usage, day: today(home.caller) })
    ids = [...made.values()]
  })

  const people = (caller: Caller) =>
    inWorkspace(caller, (tx) =>
      writePeople(tx, caller, {
        teams: [],
        skills: [],
        people: ["p1", "p2", "p3"].map((externalId) => person(externalId, oneOf(["Zoe", "anna", "Anna"]))),
      }),
    )
  const account = (caller: Caller) =>
    inWorkspace(caller, (tx) => {
      const externalId = `a${below(count)}`
      const name = `${oneOf(["North", "Nørre", "south", "100 %"])} ${below(4)}`
      const fields = {
        externalId,
        name,
        segment: oneOf([...segments, null]),
        lifecycleStage: oneOf([...lifecycleStages, "churned", null]),
        ownerName: oneOf(["p1", "p2", null]),
      }
      return writeAccounts(tx, caller, { accounts: [accountFields.parse(fields)] })
    })
  const movement = (caller: Caller) =>
    inWorkspace(caller, (tx) =>
      addMovements(tx, caller, {
        source: "test",
        movements: [
          {
            accountId: oneOf(ids),
            day: nearby(caller),
            kind: "expansion",
            amountCents: below(3) * 100_000,
            currency: "USD",
          },
        ],
      }),
    )
  const contract = (caller: Caller) =>
    inWorkspace(caller, (tx) =>
      writeContracts(tx, caller, {
        currency: "USD",
        contracts: [
          {
            accountId: oneOf(ids),
            externalId: `c${below(40)}`,
            startsOn: "2025-01-01",
            endsOn: termEnd(caller),
          },
        ],
      }),
    )
  const touchpoint = (caller: Caller) =>
    inWorkspace(caller, (tx) =>
      recordTouchpoints(tx, caller, {
        touchpoints: [
          {
            externalId: `t${below(20)}`,
            accountId: oneOf(ids),
            type: "call",
            happenedAt: new Date(caller.now.getTime() - below(600) * 3_600_000),
            personExternalId: null,
            contactExternalIds: [],
            note: null,
            nextPlannedOn: null,
          },
        ],
      }),
    )
  const score = async (caller: Caller) => {
    const nth = below(count)
    const map = new Map([["x", ids[nth]!]])
    await receiveUsage(caller, { ids: map, usage: { x: below(101) }, day: today(caller) })
    await inWorkspace(caller, async (tx) => {
      const models = await publishedModels(tx, caller)
      return rescoreChunk(tx, caller, { models, day: today(caller), after: null })
    })
  }
  const judge = (caller: Caller) =>
    inWorkspace(caller, (tx) =>
      setOverride(tx, caller, {
        accountId: oneOf(ids),
        score: below(101),
        reason: "We know better here",
        expiresAt: new Date(caller.now.getTime() + (1 + below(200)) * 3_600_000),
        day: today(caller),
      }),
    )

  const anyQuery = (): AccountsQuery => ({
    sort: oneOf(accountSortKeys.flatMap((key) => [key, `-${key}` as const])),
    ...oneOf<AccountsQuery>([{}, {}, { band: oneOf(scoreBands) }, { segment: oneOf(segments) }, { q: "or" }]),
    ...oneOf<AccountsQuery>([{}, { stage: oneOf(lifecycleStages) }, { due: "90d" }, { quiet: "30d" }]),
    ...oneOf<AccountsQuery>([{}, { lost: "hide" }]),
  })

  /** The ids of the list, page after page forward and then back again. */
  async function walked(caller: Caller, query: AccountsQuery) {
    const pageOf = (position: ListPosition | null) =>
      inWorkspace(caller, (tx) =>
        accountRows(tx, caller, { query, position, today: today(caller), currency: "USD", size: 4 }),
      )
    const exposures = new Map<string, number | null>()
    const forward: string[] = []
    let page = await pageOf(null)
    while (page.last) {
      forward.push(...page.rows.map(({ id }) => id))
      for (const { id, exposureCents } of page.rows) exposures.set(id, exposureCents)
      const following = await pageOf({ direction: "after", place: page.last })
      expect(following.rows.length > 0).toBe(page.hasMore)
      if (!following.last) break
      page = following
    }
    const backward = page.rows.map(({ id }) => id)
    while (page.first) {
      page = await pageOf({ direction: "before", place: page.first })
      backward.unshift(...page.rows.map(({ id }) => id))
    }
    return { forward, backward, exposures }
  }

  async function expectTrue(caller: Caller, query: AccountsQuery) {
    const plain = await inWorkspace(caller, (tx) => plainList(tx, caller, timeZone))
    const expected = plainlySorted(plain, query)
    const exposures = new Map(plain.map((row) => [row.id, exposureOf(row)]))
    expect(await walked(caller, query)).toEqual({
      forward: expected,
      backward: expected,
      exposures: new Map(expected.map((id) => [id, exposures.get(id)])),
    })
    const totals = await inWorkspace(caller, (tx) =>
      accountTotals(tx, caller, { query, position: null, today: today(caller) }),
    )
    const found = plain.filter((row) => expected.includes(row.id))
    const customers = found.filter((row) => !row.is_lost)
    const red = customers.filter((row) => row.band === "red")
    expect(totals).toMatchObject({
      all: count,
      matching: expected.length,
      lost: found.length - customers.length,
      withoutScore: customers.filter((row) => row.health === null).length,
      needAttention: red.length,
      needAttentionArrCents: red.some((row) => row.arr_cents !== null)
        ? red.reduce((sum, row) => sum + (row.arr_cents ?? 0), 0)
        : null,
    })
  }

  test("the list says what its sources say, then and at any other time", { timeout: 240_000 }, async () => {
    await people(home.caller)
    await score(home.caller)
    const commands = [
      people,
      account,
      account,
      movement,
      movement,
      contract,
      contract,
      touchpoint,
      score,
      judge,
    ]
    for (let step = 0; step < 80; step++) {
      const caller = at(step * 9 + below(9))
      await oneOf(commands)(caller)
      if (step % 4 === 0) await expectTrue(caller, anyQuery())
    }
    for (const hours of [0, 300, 733, 900, 2_000]) await expectTrue(at(hours), anyQuery())
  })

  test("a row made anew from its sources is the row that commands kept", async () => {
    const caller = at(800)
    await inWorkspace(caller, (tx) => catchUpAccountList(tx, caller, { atMost: 1_000 }))
    const columns = sql.raw(accountListColumns.join(", "))
    const ofBook = sql`array(select id from account where workspace_id = ${caller.workspaceId})`
    const differing = await inWorkspace(caller, (tx) =>
      tx.execute(sql`
        (select ${columns} from account_list except select d.* from (${accountListOf(caller, ofBook)}) d)
        union all
        (select d.* from (${accountListOf(caller, ofBook)}) d except select ${columns} from account_list)`),
    )
    expect([...differing]).toEqual([])
    const again = await inWorkspace(caller, (tx) => catchUpAccountList(tx, caller, { atMost: 1_000 }))
    expect(again).toEqual({ found: 0 })
  })

  test("lost rows come back, a part at a time", async () => {
    const caller = at(800)
    await owner`delete from account_list where workspace_id = ${home.workspaceId}`
    const found: number[] = []
    do found.push((await inWorkspace(caller, (tx) => catchUpAccountList(tx, caller, { atMost: 20 }))).found)
    while (found.at(-1) !== 0)
    expect(found).toEqual([20, 10, 0])
    await expectTrue(caller, {})
  })
})

const person = (externalId: string, name: string): PersonDraft => ({
  externalId,
  name,
  position: "Customer Success Manager",
  jobFunction: "cs",
  managerExternalId: null,
  teamName: null,
  fte: 1,
  timeZone: null,
  startedOn: null,
  endedOn: null,
  skills: [],
  costRates: [],
})

test("of two commands at once the second sees what the first wrote", async () => {
  const home = await testWorkspace()
  const accounts = [accountFields.parse({ externalId: "one", name: "One" })]
  const { ids } = await inWorkspace(home.caller, (tx) => writeAccounts(tx, home.caller, { accounts }))
  const id = ids.get("one") ?? ""
  const add = (day: string, kind: "new" | "expansion", wait: Promise<void>, begun: () => void) =>
    inWorkspace(home.caller, async (tx) => {
      await tx.execute(sql`
        insert into arr_movement (workspace_id, id, account_id, kind, effective_on, amount_cents, currency, source)
        values (${home.workspaceId}, gen_random_uuid(), ${id}, ${kind}, ${day}, 100, 'USD', 'test')`)
      begun()
      await wait
      await refreshAccountList(tx, home.caller, [id])
    })
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await Promise.all([
    add("2026-01-01", "new", second.promise, first.resolve),
    add("2026-02-01", "expansion", first.promise, second.resolve),
  ])
  const [row] = await owner`select arr_cents from account_list where account_id = ${id}`
  expect(Number(row?.arr_cents)).toBe(200)
})

test("every command that writes what the list shows refreshes it", () => {
  const sources = readdirSync(import.meta.dirname).filter((file) => !file.endsWith(".test.ts"))
  const writes =
    /(insert into|delete from|update) (account|contract|arr_movement|touchpoint|health_override|account_health)\b|undo_import_part|insert\(healthOverride\)/
  const writing = sources.filter((file) => writes.test(readFileSync(join(import.meta.dirname, file), "utf8")))
  expect(writing).toContain("accounts.ts")
  for (const file of writing)
    expect(readFileSync(join(import.meta.dirname, file), "utf8"), file).toContain("refreshAccountList(")
})
