import { expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { addDays, daysBetween } from "#lib/format/calendar-day.ts"
import { mulberry32 } from "#lib/math/mulberry32.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { QualityDimension } from "#lib/quality/dimensions.ts"
import { qualityFields } from "#lib/quality/fields.ts"
import { inWorkspace } from "../in-workspace.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { countRule, type FailingPage, failingRows } from "./quality.ts"

const { owner } = testDatabase()
const today = "2026-11-16"

type Account = {
  id: string
  name: string
  domain: string | null
  segment: string | null
  industry: string | null
  owner: { id: string; endedOn: string | null } | null
  isChurned: boolean
  contractEnds: string[]
  contacts: { id: string; hasEmail: boolean; leftOn: string | null }[]
  movements: number
  touchedOn: string[]
  readings: { day: string; source: number; value: number | null; text: string | null }[]
}

/** Accounts with every kind of gap, at random but the same each time. */
function madeUp(seed: number, people: readonly { id: string; endedOn: string | null }[]): Account[] {
  const next = mulberry32(seed)
  const oneOf = <Value>(...choices: Value[]): Value => choices[Math.floor(next() * choices.length)]!
  const some = <Value>(most: number, make: () => Value) =>
    Array.from({ length: Math.floor(next() * (most + 1)) }, make)
  const dayAgo = (most: number) => addDays(today, -Math.floor(next() * most))
  return Array.from({ length: 60 }, (_, place) => ({
    id: newId(),
    name: oneOf(`Company ${place}`, "Twin Ltd", "test", "N/A", "7", `Acme ${place % 5}`, "unknown 2"),
    domain: oneOf(null, "", `c${place}.example`, "shared.example", "no domain", "two..dots.com"),
    segment: oneOf(null, "SMB", "Enterprise"),
    industry: oneOf(null, " ", "Energy"),
    owner: oneOf(null, ...people),
    isChurned: next() < 0.15,
    contractEnds: some(2, () => addDays(today, Math.floor(next() * 40) - 20)),
    contacts: some(3, () => ({
      id: newId(),
      hasEmail: next() < 0.6,
      leftOn: oneOf(null, null, today, addDays(today, 3), addDays(today, -3)),
    })),
    movements: Math.floor(next() * 2),
    touchedOn: some(2, () => dayAgo(120)),
    readings: some(4, () => ({
      day: oneOf(dayAgo(60), dayAgo(500), today, addDays(today, 2)),
      source: oneOf(0, 1),
      ...oneOf({ value: 1, text: null }, { value: null, text: "word" }, { value: null, text: null }),
    })),
  }))
}

async function store(
  { workspaceId }: TestWorkspace,
  accounts: readonly Account[],
  people: Account["owner"][],
) {
  const sources: number[] = []
  for (const key of ["one", "two"]) {
    const [row] = await owner<{ id: number }[]>`
      insert into source (workspace_id, key, name, kind) values (${workspaceId}, ${key}, ${key}, 'file') returning id`
    sources.push(row!.id)
  }
  const [measure] = await owner<{ id: number }[]>`
    insert into measure (workspace_id, key, label, kind) values (${workspaceId}, 'usage', 'Usage', 'number') returning id`
  await owner`select ensure_month_partitions('2025-01-01', '2026-12-31')`
  for (const person of people)
    await owner`insert into person (workspace_id, id, external_id, name, position, job_function, ended_on)
      values (${workspaceId}, ${person!.id}, ${person!.id}, 'P', 'CSM', 'cs', ${person!.endedOn})`
  for (const one of accounts) {
    const nameKey = one.name.toLowerCase()
    await owner`insert into account (workspace_id, id, slug, external_id, name, name_key, domain, segment, industry, owner_id,
        lifecycle_stage)
      values (${workspaceId}, ${one.id}, ${one.id}, ${one.id}, ${one.name}, ${nameKey}, ${one.domain}, ${one.segment},
        ${one.industry}, ${one.owner?.id ?? null}, ${one.isChurned ? "churned" : null})`
    for (const endsOn of one.contractEnds)
      await owner`insert into contract (workspace_id, id, account_id, external_id, starts_on, ends_on, currency)
        values (${workspaceId}, ${newId()}, ${one.id}, ${newId()}, '2020-01-01', ${endsOn}, 'USD')`
    for (const contact of one.contacts) {
      await owner`insert into subject_key (workspace_id, id, master_key_version) values (${workspaceId}, ${contact.id}, 1)`
      await owner`insert into contact (workspace_id, id, account_id, external_id, role, subject_key_id, name_sealed, email_sealed,
          left_on)
        values (${workspaceId}, ${contact.id}, ${one.id}, ${contact.id}, 'user', ${contact.id}, 'x',
          ${contact.hasEmail ? "y" : null}, ${contact.leftOn})`
    }
    if (one.movements > 0)
      await owner`insert into arr_movement (workspace_id, id, account_id, kind, effective_on, amount_cents, currency, source)
        values (${workspaceId}, ${newId()}, ${one.id}, 'new', ${today}, 1, 'USD', 'x')`
    for (const day of one.touchedOn)
      await owner`insert into touchpoint (workspace_id, id, account_id, external_id, type, happened_at)
        values (${workspaceId}, ${newId()}, ${one.id}, ${newId()}, 'call', ${`${day}T12:00:00Z`})`
    for (const { day, source, value, text } of one.readings)
      await owner`insert into signal (workspace_id, account_id, measure_id, day, source_id, value, value_text)
        values (${workspaceId}, ${one.id}, ${measure!.id}, ${day}, ${sources[source]!}, ${value}, ${text})
        on conflict do nothing`
  }
}

/** The same rules without SQL: ids of the rows, and of those that meet it. */
function naive(all: readonly Account[], field: string, dimension: QualityDimension, withinDays: number) {
  const accounts = all.filter(({ isChurned }) => !isChurned)
  const tell = (rows: readonly Account[], isMet: (one: Account) => boolean) => ({
    rows: rows.map(({ id }) => id),
    failing: rows.filter((one) => !isMet(one)).map(({ id }) => id),
  })
  const seen = (one: Account) => {
    const kept = new Map<string, Account["readings"][number]>()
    for (const each of one.readings)
      if (!kept.has(`${each.day} ${each.source}`)) kept.set(`${each.day} ${each.source}`, each)
    return [...kept.values()].filter(
      ({ day, value, text }) =>
        day <= today && daysBetween(day, today) <= 400 && (value !== null || text !== null),
    )
  }
  const newest = (one: Account) => {
    const last = seen(one)
      .map(({ day }) => day)
      .sort()
      .at(-1)
    return seen(one).filter(({ day }) => day === last)
  }
  const withDomain = accounts.filter(({ domain }) => (domain ?? "").trim() !== "")
  const read = accounts.filter((one) => seen(one).length > 0)
  const here = ({ leftOn }: { leftOn: string | null }) => leftOn === null || leftOn > today
  const contacts = accounts.flatMap((one) => one.contacts.filter(here))
  switch (`${field} ${dimension}`) {
    case "account.name validity":
      return tell(accounts, ({ name }) => /[a-z].*[a-z]/i.test(name) && !/^(test|N\/A|unknown 2)$/.test(name))
    case "account.name uniqueness":
      return tell(accounts, ({ id, name }) => !accounts.some((o) => o.id !== id && o.name === name))
    case "account.domain completeness":
      return tell(accounts, (one) => withDomain.includes(one))
    case "account.domain validity":
      return tell(withDomain, ({ domain }) => /^[cs]\S*\.example$/.test(domain!))
    case "account.domain uniqueness":
      return tell(withDomain, ({ id, domain }) => !withDomain.some((o) => o.id !== id && o.domain === domain))
    case "account.segment completeness":
      return tell(accounts, ({ segment }) => segment !== null)
    case "account.industry completeness":
      return tell(accounts, ({ industry }) => industry === "Energy")
    case "account.owner completeness":
      return tell(accounts, (one) => one.owner !== null)
    case "account.owner validity":
      return tell(
        accounts.filter((one) => one.owner),
        (one) => (one.owner!.endedOn ?? "9999") >= today,
      )
    case "account.arr completeness":
      return tell(accounts, ({ movements }) => movements > 0)
    case "account.contact completeness":
      return tell(accounts, (one) => one.contacts.some(here))
    case "contract.ends_on completeness":
      return tell(accounts, ({ contractEnds }) => contractEnds.length > 0)
    case "contract.ends_on validity":
      return tell(
        accounts.filter((one) => one.contractEnds.length > 0),
        (one) => one.contractEnds.sort().at(-1)! >= today,
      )
    case "contact.email completeness":
      return {
        rows: contacts.map(({ id }) => id),
        failing: contacts.filter((c) => !c.hasEmail).map(({ id }) => id),
      }
    case "touchpoint.happened_at freshness":
      return tell(accounts, ({ touchedOn }) => touchedOn.some((day) => daysBetween(day, today) <= withinDays))
    case "signal.usage completeness":
      return tell(accounts, (one) => seen(one).length > 0)
    case "signal.usage freshness":
      return tell(read, (one) => seen(one).some(({ day }) => daysBetween(day, today) <= withinDays))
    case "signal.usage validity":
      return tell(read, (one) => newest(one).toSorted((a, b) => b.source - a.source)[0]!.value !== null)
    case "signal.usage uniqueness":
      return tell(read, (one) => newest(one).length === 1)
    default:
      throw new Error(`${field} ${dimension} has no naive twin.`)
  }
}

async function failingIds(caller: Caller, field: string, dimension: QualityDimension, withinDays: number) {
  const question = { field, dimension, withinDays, day: today }
  const ids: string[] = []
  let after: { sortKey: string; id: string } | null = null
  for (let isMore = true; isMore; isMore = after !== null) {
    const given = { question, after, limit: 7 }
    const page: FailingPage = await inWorkspace(caller, (tx) => failingRows(tx, caller, given))
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  }
  return ids
}

const asked = qualityFields([{ key: "usage", label: "Usage" }]).flatMap(({ key, rules }) =>
  (Object.keys(rules) as QualityDimension[]).map((dimension) => [key, dimension] as const),
)

const people = [
  { id: newId(), endedOn: null },
  { id: newId(), endedOn: today },
  { id: newId(), endedOn: addDays(today, -1) },
]
const accounts = madeUp(7, people)
const world = testWorkspace().then(async (workspace) => {
  await store(workspace, accounts, people)
  return workspace
})

test.each(asked)("%s, %s: counts and lists the rows that a naive count finds", async (field, dimension) => {
  const { caller } = await world
  const expected = naive(accounts, field, dimension, 30)
  const counted = await inWorkspace(caller, (tx) =>
    countRule(tx, caller, { field, dimension, withinDays: 30, day: today }),
  )
  expect(counted).toEqual({ rows: expected.rows.length, met: expected.rows.length - expected.failing.length })
  expect(expected.failing.length).toBeGreaterThan(0)
  expect((await failingIds(caller, field, dimension, 30)).toSorted()).toEqual(expected.failing.toSorted())
})

test("another workspace counts its own rows alone", async () => {
  await world
  const { caller } = await testWorkspace()
  for (const [field, dimension] of asked)
    expect(
      await inWorkspace(caller, (tx) =>
        countRule(tx, caller, { field, dimension, withinDays: 30, day: today }),
      ),
    ).toEqual({ rows: 0, met: 0 })
})

test("what no rule is about cannot be asked", async () => {
  const { caller } = await testWorkspace()
  const asking = (field: string, dimension: QualityDimension) =>
    inWorkspace(caller, (tx) => countRule(tx, caller, { field, dimension, withinDays: null, day: today }))
  await expect(asking("account.slug", "validity")).rejects.toMatchObject({ code: "invalid_input" })
  await expect(asking("constructor", "validity")).rejects.toMatchObject({ code: "invalid_input" })
})
