import { type Caller, mintCaller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { type DemoBook, demoBook } from "#lib/demo/book.ts"
import { demoModelBasis } from "#lib/demo/models.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { linkParents, writeAccounts } from "../commands/accounts.ts"
import { writeContacts } from "../commands/contacts.ts"
import { moveArr, writeContracts } from "../commands/contracts.ts"
import { writeEntitlements } from "../commands/entitlements.ts"
import { publishModel } from "../commands/health-models.ts"
import { writePeople } from "../commands/people.ts"
import { type Chunk, type RescoredChunk, rescoreChunk } from "../commands/rescore.ts"
import { ensureMeasures, ensureSignalMonths, receiveSignals } from "../commands/signals.ts"
import { writeSources } from "../commands/sources.ts"
import { recordTouchpoints } from "../commands/touchpoints.ts"
import { inWorkspace } from "../in-workspace.ts"
import { publishedModels } from "../queries/health.ts"

const currency = "USD"
const movementDaysAtOnce = 6
const contactsAtOnce = 60
const touchpointsAtOnce = 200

export type DemoWorld = {
  readonly workspaceId: WorkspaceId
  readonly seed: number
  readonly anchorDay: string
  readonly now: Date
  /** Asked between the short transactions; a fill that was cut short is completed by the next one. */
  readonly signal?: AbortSignal
}

/**
 * Writes the demo book through the commands, in short transactions, then scores its 26 weeks oldest first. Done
 * again it changes nothing. The models are published last: until then no other program scores this workspace.
 */
export async function fillDemo(world: DemoWorld): Promise<void> {
  const book = demoBook(world)
  const caller = callerAt(world, world.now)
  const isGoingOn = () => world.signal?.throwIfAborted()
  await inWorkspace(caller, (tx) => writePeople(tx, caller, book))
  const sources = await inWorkspace(caller, (tx) => writeSources(tx, caller, book))
  const measures = await inWorkspace(caller, (tx) => ensureMeasures(tx, caller, book))
  const accountIds = await writeBook(caller, book)
  isGoingOn()
  await writePapers(caller, book, { accountIds, isGoingOn })
  await writeRelations(caller, book, { accountIds, isGoingOn })
  await writeSignals(world, book, { accountIds, measures: measures.ids, sources: sources.ids, isGoingOn })
  await scoreWeeks(world, book, isGoingOn)
}

/** Rows tell when they would have come; the anchor's own come now. */
const callerAt = ({ workspaceId }: DemoWorld, now: Date): Caller =>
  mintCaller({
    workspaceId,
    actor: { loginId: null, personId: null, name: "Demo world", role: "admin", via: "seed" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now,
  })

function callerOn(world: DemoWorld, day: string, time: string): Caller {
  const then = new Date(`${day}T${time}Z`)
  return callerAt(world, then < world.now ? then : world.now)
}

type AccountIds = ReadonlyMap<string, string>
type Way = { readonly accountIds: AccountIds; readonly isGoingOn: () => void }

async function writeBook(caller: Caller, { accounts }: DemoBook): Promise<AccountIds> {
  const drafts = accounts.map(({ ownerExternalId, ...account }) =>
    accountFields.parse({ ...account, ownerName: ownerExternalId }),
  )
  const { ids } = await inWorkspace(caller, (tx) => writeAccounts(tx, caller, { accounts: drafts }))
  const links = accounts.flatMap(({ externalId, parentExternalId }) =>
    parentExternalId === null ? [] : [{ externalId, parentExternalId }],
  )
  await inWorkspace(caller, (tx) => linkParents(tx, caller, { links }))
  return ids
}

async function writePapers(caller: Caller, book: DemoBook, { accountIds, isGoingOn }: Way): Promise<void> {
  const { contracts, products, entitlements } = book
  await inWorkspace(caller, (tx) =>
    writeContracts(tx, caller, { contracts: contracts.map((one) => at(accountIds, one)), currency }),
  )
  await inWorkspace(caller, (tx) => writeEntitlements(tx, caller, { products, entitlements }))
  const byDay = [...Map.groupBy(book.movements, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const days of chunks(byDay, movementDaysAtOnce)) {
    isGoingOn()
    await inWorkspace(caller, async (tx) => {
      for (const [day, stated] of days)
        await moveArr(tx, caller, {
          day,
          source: "billing",
          currency,
          accounts: stated.map((one) => ({ ...at(accountIds, one), statedCents: one.arrCents })),
        })
    })
  }
}

async function writeRelations(caller: Caller, book: DemoBook, { accountIds, isGoingOn }: Way): Promise<void> {
  for (const contacts of chunks(book.contacts, contactsAtOnce)) {
    isGoingOn()
    await inWorkspace(caller, (tx) =>
      writeContacts(tx, caller, { contacts: contacts.map((one) => at(accountIds, one)) }),
    )
  }
  for (const touchpoints of chunks(book.touchpoints, touchpointsAtOnce)) {
    isGoingOn()
    await inWorkspace(caller, (tx) =>
      recordTouchpoints(tx, caller, { touchpoints: touchpoints.map((one) => at(accountIds, one)) }),
    )
  }
}

type Numbers = {
  readonly measures: ReadonlyMap<string, number>
  readonly sources: ReadonlyMap<string, number>
}

/** One delivery a week from each source. */
async function writeSignals(
  world: DemoWorld,
  book: DemoBook,
  { accountIds, measures, sources, isGoingOn }: Way & Numbers,
): Promise<void> {
  const [first, last] = [book.weeks[0], book.weeks.at(-1)]
  const caller = callerAt(world, world.now)
  if (first && last) await inWorkspace(caller, (tx) => ensureSignalMonths(tx, caller, { first, last }))
  const byDay = Map.groupBy(book.signals, ({ day }) => day)
  for (const day of book.weeks) {
    isGoingOn()
    const bySource = Map.groupBy(byDay.get(day) ?? [], ({ source }) => source)
    const then = callerOn(world, day, "04:30:00")
    await inWorkspace(then, async (tx) => {
      for (const [key, told] of bySource)
        await receiveSignals(tx, then, {
          source: { id: known(sources, key), key },
          signals: {
            accountIds: told.map((one) => known(accountIds, one.accountExternalId)),
            measureIds: told.map(({ measureKey }) => known(measures, measureKey)),
            days: told.map(() => day),
            values: told.map(({ value }) => value),
            texts: told.map(() => null),
          },
        })
    })
  }
}

async function scoreWeeks(world: DemoWorld, book: DemoBook, isGoingOn: () => void): Promise<void> {
  const caller = callerOn(world, book.weeks[0] ?? world.anchorDay, "04:00:00")
  const published = await inWorkspace(caller, (tx) => publishedModels(tx, caller))
  const models = book.models.map((model) => ownVersion(model, published))
  // As they are read back: those with a rule are tried first.
  const tried = models.toSorted(
    (a, b) => Number(b.segmentRule !== undefined) - Number(a.segmentRule !== undefined),
  )
  for (const day of book.weeks) {
    isGoingOn()
    const then = callerOn(world, day, "05:00:00")
    let after: string | null = null
    do {
      const chunk: Chunk = { models: tried, day, after }
      const done: RescoredChunk = await inWorkspace(then, (tx) => rescoreChunk(tx, then, chunk))
      after = done.next
    } while (after !== null)
  }
  const fresh = models.filter(({ id }) => !published.some((one) => one.id === id))
  if (fresh.length === 0) return
  await inWorkspace(caller, async (tx) => {
    for (const model of fresh)
      await publishModel(tx, caller, {
        model,
        rank: tried.indexOf(model),
        explanation: { basis: demoModelBasis, isLearned: false },
      })
  })
}

const ownVersion = (model: DemoBook["models"][number], published: readonly HealthModel[]): HealthModel =>
  published.find((one) => one.name === model.name) ?? { ...model, id: newId() }

const at = <Row extends { readonly accountExternalId: string }>(ids: AccountIds, row: Row) => ({
  ...row,
  accountId: known(ids, row.accountExternalId),
})

function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key)
  if (value === undefined) throw new Error(`The demo book names ${key}, which it does not define.`)
  return value
}

const chunks = <Row>(rows: readonly Row[], size: number): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, n) => rows.slice(n * size, (n + 1) * size))
