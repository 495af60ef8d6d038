import { and, asc, desc, eq, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { can } from "#lib/access/policy.ts"
import type { ContactRow } from "#lib/contacts/schema.ts"
import type { ContractRow, MovementRow } from "#lib/contracts/schema.ts"
import { notFound } from "#lib/errors.ts"
import { isTrusted } from "#lib/quality/source-standing.ts"
import type { MeasureRole, SignalRow } from "#lib/signals/schema.ts"
import type { TouchpointRow } from "#lib/touchpoints/schema.ts"
import type { Db } from "../client.ts"
import { arrMovement, contact, contract, subjectKey, touchpoint } from "../schema/accounts.ts"
import { person } from "../schema/people.ts"
import { openContactField, openSubjectKey } from "../subject-keys.ts"
import { sourceStandings } from "./source-standings.ts"
import { workspaceClock } from "./workspaces.ts"

const most = 50
const mostTouchpoints = 10

export type RecordTotals = {
  readonly contracts: number
  readonly contacts: number
  readonly touchpoints: number
  readonly movements: { readonly count: number; readonly amountCents: number }
}

export type AccountPlan = {
  /** The day that the newest touchpoint planned. */
  readonly plannedOn: string | null
  /** The day on which the account became known here. */
  readonly createdOn: string
  /** What its success profile asks for, in days between touchpoints; null when no profile fits. */
  readonly cadenceDays: number | null
}

/** What is planned with an account, and how many records it has in all, whatever the lists below show of them. */
export async function recordsInBrief(
  on: Db,
  caller: Caller,
  accountId: string,
): Promise<{ plan: AccountPlan; totals: RecordTotals }> {
  const workspace = caller.workspaceId
  const mine = sql`workspace_id = ${workspace} and account_id = ${accountId}`
  const [row] = await on.execute<
    AccountPlan & Omit<RecordTotals, "movements"> & { moves: number; moved: number }
  >(sql`
    select (select count(*) from contract where ${mine})::int as contracts,
      (select count(*) from contact where ${mine})::int as contacts,
      (select count(*) from touchpoint where ${mine})::int as touchpoints,
      (select count(*) from arr_movement where ${mine})::int as moves,
      (select coalesce(sum(amount_cents), 0) from arr_movement where ${mine})::float8 as moved,
      (select next_planned_on::text from touchpoint where ${mine} order by happened_at desc limit 1) as "plannedOn",
      (a.created_at at time zone w.time_zone)::date::text as "createdOn",
      (select s.cadence_days from success_profile s
        where s.workspace_id = ${workspace} and (s.id = a.success_profile_id
          or (a.success_profile_id is null and s.segment = a.segment))
        order by s.version desc, s.created_at desc limit 1) as "cadenceDays"
    from account a join workspace w on w.id = a.workspace_id
    where a.workspace_id = ${workspace} and a.id = ${accountId}`)
  if (!row) throw notFound("account")
  const { plannedOn, createdOn, cadenceDays, contracts, contacts, touchpoints, moves, moved } = row
  return {
    plan: { plannedOn, createdOn, cadenceDays },
    totals: { contracts, contacts, touchpoints, movements: { count: moves, amountCents: moved } },
  }
}

export async function contractsOf(on: Db, caller: Caller, accountId: string): Promise<ContractRow[]> {
  return on
    .select({
      id: contract.id,
      externalId: contract.externalId,
      startsOn: contract.startsOn,
      endsOn: contract.endsOn,
      noticeOn: contract.noticeOn,
      autoRenews: contract.autoRenews,
    })
    .from(contract)
    .where(and(eq(contract.workspaceId, caller.workspaceId), eq(contract.accountId, accountId)))
    .orderBy(desc(contract.endsOn), asc(contract.id))
    .limit(most)
}

export async function movementsOf(on: Db, caller: Caller, accountId: string): Promise<MovementRow[]> {
  return on
    .select({
      id: arrMovement.id,
      kind: arrMovement.kind,
      effectiveOn: arrMovement.effectiveOn,
      amountCents: arrMovement.amountCents,
      currency: arrMovement.currency,
      source: arrMovement.source,
    })
    .from(arrMovement)
    .where(and(eq(arrMovement.workspaceId, caller.workspaceId), eq(arrMovement.accountId, accountId)))
    .orderBy(desc(arrMovement.effectiveOn), asc(arrMovement.id))
    .limit(most)
}

export async function contactsOf(on: Db, caller: Caller, accountId: string): Promise<ContactRow[]> {
  const rows = await on
    .select({ contact, wrappedKey: subjectKey.wrappedKey })
    .from(contact)
    .innerJoin(
      subjectKey,
      and(eq(subjectKey.workspaceId, contact.workspaceId), eq(subjectKey.id, contact.subjectKeyId)),
    )
    .where(and(eq(contact.workspaceId, caller.workspaceId), eq(contact.accountId, accountId)))
    .orderBy(asc(contact.role), asc(contact.id))
    .limit(most)
  const mayRead = can(caller.actor, "contact.read_personal")
  return rows.map(({ contact: row, wrappedKey }) => {
    const at = { workspaceId: row.workspaceId, contactId: row.id }
    const key = mayRead ? openSubjectKey(row.workspaceId, row.subjectKeyId, wrappedKey) : null
    return {
      id: row.id,
      role: row.role,
      personal: wrappedKey === null ? "erased" : mayRead ? "shown" : "hidden",
      strength: row.strength,
      lastContactOn: row.lastContactOn,
      leftOn: row.leftOn,
      name: key && openContactField(key, row.nameSealed, { ...at, column: "name" }),
      email: key && row.emailSealed && openContactField(key, row.emailSealed, { ...at, column: "email" }),
      title: key && row.titleSealed && openContactField(key, row.titleSealed, { ...at, column: "title" }),
    }
  })
}

export async function touchpointsOf(on: Db, caller: Caller, accountId: string): Promise<TouchpointRow[]> {
  return on
    .select({
      id: touchpoint.id,
      type: touchpoint.type,
      happenedAt: touchpoint.happenedAt,
      personName: person.name,
      note: touchpoint.note,
      nextPlannedOn: touchpoint.nextPlannedOn,
    })
    .from(touchpoint)
    .leftJoin(person, and(eq(person.workspaceId, touchpoint.workspaceId), eq(person.id, touchpoint.personId)))
    .where(and(eq(touchpoint.workspaceId, caller.workspaceId), eq(touchpoint.accountId, accountId)))
    .orderBy(desc(touchpoint.happenedAt), asc(touchpoint.id))
    .limit(mostTouchpoints)
}

const weeksShown = 26

/** The newest value of every measure from every source, with the shape of its last weeks. */
export async function signalsOf(
  on: Db,
  caller: Caller,
  { accountId, today }: { accountId: string; today: string },
): Promise<SignalRow[]> {
  const rows = await on.execute<Record<string, unknown>>(sql`
    with mine as (
      select s.measure_id, s.source_id, s.day, s.value, s.value_text,
        ((${today}::date - s.day) / 7)::int as weeks_ago
      from signal s
      where s.workspace_id = ${caller.workspaceId} and s.account_id = ${accountId} and s.day <= ${today}::date
        and (s.value is not null or s.value_text is not null)
    ), newest as (
      select distinct on (measure_id, source_id) * from mine order by measure_id, source_id, day desc
    ), weekly as (
      select distinct on (measure_id, source_id, weeks_ago) measure_id, source_id, weeks_ago, value
      from mine where weeks_ago < ${weeksShown} and value is not null
      order by measure_id, source_id, weeks_ago, day desc
    )
    select m.key, m.label, m.unit, m.role, src.key as source_key, src.name as source, n.day::text, n.value, n.value_text,
      (select jsonb_object_agg(w.weeks_ago, w.value) from weekly w
        where w.measure_id = n.measure_id and w.source_id = n.source_id) as weeks
    from newest n
    join measure m on m.workspace_id = ${caller.workspaceId} and m.id = n.measure_id
    join source src on src.workspace_id = ${caller.workspaceId} and src.id = n.source_id
    order by m.label, src.name limit 500`)
  const late = rows.length > 0 ? await lateSources(on, caller, today) : new Map<string, string | null>()
  const partialOf = (key: string) => (late.has(key) ? { partial: { completeTo: late.get(key) ?? null } } : {})
  return rows.map((row) => ({
    ...partialOf(row.source_key as string),
    measureKey: row.key as string,
    label: row.label as string,
    unit: row.unit as string,
    role: row.role as MeasureRole,
    sourceKey: row.source_key as string,
    source: row.source as string,
    observedOn: row.day as string,
    value: (row.value ?? row.value_text) as number | string,
    recent: recentWeeks((row.weeks ?? {}) as Record<string, number>),
  }))
}

/** Sources whose figures are not all there, with the day to which they are complete. */
async function lateSources(
  on: Db,
  caller: Caller,
  today: string,
): Promise<ReadonlyMap<string, string | null>> {
  const { timeZone } = await workspaceClock(on, caller)
  const standings = await sourceStandings(on, caller, { today, timeZone })
  return new Map(
    standings
      .filter(({ standing }) => standing.state !== "silent" && !isTrusted(standing))
      .map(({ key, completeTo }) => [key, completeTo]),
  )
}

function recentWeeks(byWeeksAgo: Record<string, number>): (number | null)[] {
  const oldest = Math.max(-1, ...Object.keys(byWeeksAgo).map(Number))
  return Array.from({ length: oldest + 1 }, (_, at) => byWeeksAgo[oldest - at] ?? null)
}
