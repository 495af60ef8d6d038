import { type Caller, mintCaller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import type { Facts } from "#lib/demo/facts.ts"
import { demoMeasures, demoSources } from "#lib/demo/measures.ts"
import { demoPersons, demoSkills, demoTeams } from "#lib/demo/people.ts"
import { demoProducts } from "#lib/demo/rows.ts"
import { sourceStates } from "#lib/demo/sources.ts"
import type { World } from "#lib/demo/world.ts"
import { linkParents, writeAccounts } from "../commands/accounts.ts"
import { writeContacts } from "../commands/contacts.ts"
import { moveArr, writeContracts } from "../commands/contracts.ts"
import { writeEntitlements } from "../commands/entitlements.ts"
import { writePeople } from "../commands/people.ts"
import { ensureMeasures } from "../commands/signals.ts"
import { writeSources } from "../commands/sources.ts"
import { recordTouchpoints } from "../commands/touchpoints.ts"
import { patiently } from "./patiently.ts"

const currency = "USD"
const accountsAtOnce = 250
const papersAtOnce = 400
const movementDaysAtOnce = 8
const movementsAtOnce = 250
const contactsAtOnce = 60
const touchpointsAtOnce = 250
const peopleAtOnce = 100

/** Asked between the short transactions; a writer that was cut short is completed by the next one. */
export type GoOn = () => void

export type Teller = {
  readonly world: World
  readonly caller: Caller
  readonly goOn: GoOn
  /** Ids of the accounts by external id; grows with what is written. */
  readonly accountIds: Map<string, string>
}

/** The made-up world as somebody who acts, at an instant of its own time but never later than now. */
export function worldCaller(workspaceId: Caller["workspaceId"], now: Date): Caller {
  return mintCaller({
    workspaceId,
    actor: { loginId: null, personId: null, name: "Demo world", role: "admin", via: "seed" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now,
  })
}

export type FrameIds = {
  readonly measures: ReadonlyMap<string, number>
  readonly sources: ReadonlyMap<string, number>
}

/** People, sources and measures: what is there before any customer. */
export async function writeFrame({ world, caller }: Teller): Promise<FrameIds> {
  const people = demoPersons(world.plan)
  for (const some of chunks(people, peopleAtOnce))
    await patiently(caller, (tx) =>
      writePeople(tx, caller, { teams: demoTeams, skills: demoSkills, people: some }),
    )
  const measures = await patiently(caller, (tx) => ensureMeasures(tx, caller, { measures: demoMeasures }))
  return { measures: measures.ids, sources: await writeSourceStates({ world, caller }) }
}

/** How far each source has told at the caller's now; returns their numbers by key. */
export async function writeSourceStates({
  world,
  caller,
}: Pick<Teller, "world" | "caller">): Promise<FrameIds["sources"]> {
  const sources = sourceStates(world, world.minuteOf(caller.now))
  const { ids } = await patiently(caller, (tx) => writeSources(tx, caller, { sources }))
  return ids
}

/** Accounts with their contracts and revenue, oldest movement first. */
export async function writeBook(teller: Teller, facts: Facts): Promise<void> {
  const { caller, goOn, accountIds } = teller
  for (const some of chunks(facts.accounts, accountsAtOnce)) {
    goOn()
    const accounts = some.map(({ ownerExternalId, ...account }) =>
      accountFields.parse({ ...account, ownerName: ownerExternalId }),
    )
    const { ids } = await patiently(caller, (tx) => writeAccounts(tx, caller, { accounts }))
    for (const [externalId, id] of ids) accountIds.set(externalId, id)
  }
  const links = facts.accounts.flatMap(({ externalId, parentExternalId }) =>
    parentExternalId === null ? [] : [{ externalId, parentExternalId }],
  )
  await patiently(caller, (tx) => linkParents(tx, caller, { links }))
  for (const some of chunks(facts.contracts, papersAtOnce)) {
    goOn()
    const contracts = some.map((one) => at(accountIds, one))
    await patiently(caller, (tx) => writeContracts(tx, caller, { contracts, currency }))
  }
  const products = demoProducts
  for (const entitlements of chunks(facts.entitlements, papersAtOnce)) {
    goOn()
    await patiently(caller, (tx) => writeEntitlements(tx, caller, { products, entitlements }))
  }
  await writeMovements(teller, facts)
}

async function writeMovements({ caller, goOn, accountIds }: Teller, { movements }: Facts): Promise<void> {
  const byDay = [...Map.groupBy(movements, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const days of shortRuns(byDay)) {
    goOn()
    await patiently(caller, async (tx) => {
      for (const [day, stated] of days) {
        const last = new Map(stated.map((one) => [one.accountExternalId, one]))
        const accounts = [...last.values()].map((one) => ({
          ...at(accountIds, one),
          statedCents: one.arrCents,
        }))
        await moveArr(tx, caller, { day, source: "billing", currency, accounts })
      }
    })
  }
}

/** Days that follow each other, few enough for a short transaction. */
function shortRuns<Row>(byDay: readonly (readonly [string, Row[]])[]): (readonly [string, Row[]])[][] {
  const runs: (readonly [string, Row[]])[][] = []
  let rows = Infinity
  for (const day of byDay) {
    if (rows + day[1].length > movementsAtOnce || (runs.at(-1)?.length ?? 0) >= movementDaysAtOnce) {
      runs.push([])
      rows = 0
    }
    runs.at(-1)?.push(day)
    rows += day[1].length
  }
  return runs
}

/** Contacts, and talks with the newest first. */
export async function writeRelations({ caller, goOn, accountIds }: Teller, facts: Facts): Promise<void> {
  for (const some of chunks(facts.contacts, contactsAtOnce)) {
    goOn()
    const contacts = some.map((one) => at(accountIds, one))
    await patiently(caller, (tx) => writeContacts(tx, caller, { contacts }))
  }
  for (const some of chunks(facts.touchpoints.toReversed(), touchpointsAtOnce)) {
    goOn()
    const touchpoints = some.map((one) => at(accountIds, one))
    await patiently(caller, (tx) => recordTouchpoints(tx, caller, { touchpoints }))
  }
}

export const keyOfSource = (place: number): string => demoSources[place]?.key ?? demoSources[0].key
export const keyOfMeasure = (place: number): string => demoMeasures[place]?.key ?? demoMeasures[0].key

const at = <Row extends { readonly accountExternalId: string }>(
  ids: ReadonlyMap<string, string>,
  row: Row,
) => ({ ...row, accountId: known(ids, row.accountExternalId) })

export function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key)
  if (value === undefined) throw new Error(`The demo world names ${key}, which it does not define.`)
  return value
}

export const chunks = <Row>(rows: readonly Row[], size: number): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, n) => rows.slice(n * size, (n + 1) * size))
