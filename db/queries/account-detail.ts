import { and, asc, desc, eq, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { can } from "#lib/access/policy.ts"
import type { ContactRole } from "#lib/contacts/schema.ts"
import type { ArrMovementKind } from "#lib/contracts/schema.ts"
import type { TouchpointType } from "#lib/touchpoints/schema.ts"
import type { Db } from "../client.ts"
import { arrMovement, contact, contract, subjectKey, touchpoint } from "../schema/accounts.ts"
import { person } from "../schema/people.ts"
import { openContactField, openSubjectKey } from "../subject-keys.ts"

const most = 50

export type ContractRow = {
  id: string
  externalId: string
  startsOn: string
  endsOn: string
  noticeOn: string | null
  autoRenews: boolean
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

export type MovementRow = {
  id: string
  kind: ArrMovementKind
  effectiveOn: string
  amountCents: number
  currency: string
  source: string
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

export type ContactRow = {
  id: string
  role: ContactRole
  strength: number | null
  lastContactOn: string | null
  leftOn: string | null
  /** Null when the caller's role may not read personal fields, or the person was erased. */
  name: string | null
  email: string | null
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
      strength: row.strength,
      lastContactOn: row.lastContactOn,
      leftOn: row.leftOn,
      name: key && openContactField(key, row.nameSealed, { ...at, column: "name" }),
      email: key && row.emailSealed && openContactField(key, row.emailSealed, { ...at, column: "email" }),
    }
  })
}

export type TouchpointRow = {
  id: string
  type: TouchpointType
  happenedAt: Date
  personName: string | null
  note: string | null
  nextPlannedOn: string | null
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
    .limit(most)
}

export type SignalRow = {
  measureKey: string
  label: string
  unit: string
  role: "input" | "outcome"
  source: string
  day: string
  value: number | string | null
  receivedAt: Date
}

/** The newest value of every measure from every source. */
export async function signalsOf(on: Db, caller: Caller, accountId: string): Promise<SignalRow[]> {
  const rows = await on.execute<Record<string, unknown>>(sql`
    select distinct on (m.label, m.id, src.id) m.key, m.label, m.unit, m.role, src.name as source, s.day::text,
      s.value, s.value_text, s.received_at::text
    from signal s
    join measure m on m.workspace_id = s.workspace_id and m.id = s.measure_id
    join source src on src.workspace_id = s.workspace_id and src.id = s.source_id
    where s.workspace_id = ${caller.workspaceId} and s.account_id = ${accountId}
    order by m.label, m.id, src.id, s.day desc limit 500`)
  return rows.map((row) => ({
    measureKey: row.key as string,
    label: row.label as string,
    unit: row.unit as string,
    role: row.role as "input" | "outcome",
    source: row.source as string,
    day: row.day as string,
    value: (row.value ?? row.value_text) as number | string | null,
    receivedAt: new Date(row.received_at as string),
  }))
}
