import type { Db } from "#db/client.ts"
import { giveAccountIds } from "#db/commands/account-ids.ts"
import { linkParents, writeAccounts } from "#db/commands/accounts.ts"
import { moveArr, writeContracts } from "#db/commands/contracts.ts"
import type { LeftOut } from "#db/commands/imports-write.ts"
import { missingParents } from "#db/queries/imports-links.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountFields } from "#lib/accounts/schema.ts"
import type { AccountId } from "#lib/id.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { StoredFields } from "#lib/imports/merge-account.ts"
import { AccountIdentities } from "./account-identities.ts"
import { createPeople } from "./create-people.ts"
import {
  accountProblem,
  type KindWriter,
  type MayLink,
  type Row,
  type WaitingRow,
  type Writing,
} from "./writing.ts"

type Known = Row<"accounts"> & {
  readonly externalId: string
  /** The account that gets `externalId` from the row, when it has none of its own. */
  readonly gives: string | null
}

const emptiable = {
  domain: "domain",
  industry: "industry",
  segment: "segment",
  region: "region",
  language: "language",
  lifecycleStage: "lifecycleStage",
  ownerName: "ownerId",
} as const satisfies Partial<Record<keyof AccountFields, keyof StoredFields>>

/** Accounts with their revenue, contract and readings; parents further down are linked once every account is there. */
export function accountsWriter(writing: Writing): KindWriter<"accounts"> {
  const { caller, plan, cause } = writing
  const emptied = emptiedFields(plan)
  const identities = new AccountIdentities(caller, plan, writing.run.id)
  return {
    write: async (tx, rows) => {
      const { known, rejected } = await identified(tx, identities, rows)
      const given = known.flatMap(({ gives, externalId }) =>
        gives === null ? [] : [{ accountId: gives as AccountId, externalId }],
      )
      await giveAccountIds(tx, caller, { ids: given, cause })
      await createPeople(tx, writing, {
        field: "ownerName",
        names: known.map(({ record }) => record.fields.ownerName),
      })
      const existing = plan.conflict === "skip" ? ("leave" as const) : ("update" as const)
      const distinct = lastOfEach(known, ({ externalId }) => externalId)
      const accounts = await writeAccounts(tx, caller, {
        accounts: distinct.map(({ record, externalId }) => ({ ...record.fields, externalId })),
        existing,
        emptied,
        unnamed: new Set(distinct.flatMap((row) => (row.record.isNameStated ? [] : [row.externalId]))),
        cause,
      })
      const touched =
        existing === "leave" ? known.filter((row) => accounts.createdIds.has(row.externalId)) : known
      const idOf = (row: Known): AccountId => accounts.ids.get(row.externalId)!
      const revenue = await writeRevenue(tx, writing, touched, idOf)
      const readings = await takeReadings(tx, writing, touched, idOf)
      const { linked } = await linkParents(tx, caller, { links: linksOf(touched), cause })
      const changed = new Set<string>([...accounts.changedIds, ...linked, ...revenue, ...readings.accountIds])
      for (const { accountId } of given) changed.add(accountId)
      const elsewhere = changed.size - accounts.changedIds.size
      return {
        created: accounts.created,
        updated: accounts.updated + elsewhere,
        skipped: accounts.unchanged - elsewhere,
        signals: readings.count,
        rejected,
        waiting: await waitingRows(
          tx,
          caller,
          touched.filter((row) => !changed.has(idOf(row))),
        ),
      }
    },
    ...(plan.fields.parentExternalId
      ? {
          link: async (tx: Db, rows: readonly Row<"accounts">[], mayLink: MayLink) => {
            const { known } = await identified(tx, identities, rows)
            const links = linksOf(known.filter(({ externalId }) => mayLink(externalId)))
            return (await linkParents(tx, caller, { links, cause })).linked
          },
        }
      : {}),
  }
}

function emptiedFields({ conflict, fields }: ImportPlan): ReadonlySet<keyof StoredFields> {
  if (conflict !== "overwrite") return new Set()
  return new Set(Object.entries(emptiable).flatMap(([field, key]) => (fields[field] ? [key] : [])))
}

/** Rows whose account nobody can tell are left out. */
async function identified(tx: Db, identities: AccountIdentities, rows: readonly Row<"accounts">[]) {
  const settled = await identities.settle(
    tx,
    rows.map(({ record }) => record),
  )
  const rejected: LeftOut[] = []
  const known = rows.flatMap((row, place): Known[] => {
    const { account, fault } = settled[place]!
    if (account !== null) return [{ ...row, ...account }]
    const problems = fault?.kind === "contested_account" ? [contested] : [accountProblem("several")]
    rejected.push({ row: row.row, cells: row.cells, problems })
    return []
  })
  return { known, rejected }
}

const contested = {
  what: "An account of another id has this domain or name",
  fix: "Say whether it is the same account or another one",
}

/** The last row of a thing counts, as in the file. */
const lastOfEach = (rows: readonly Known[], keyOf: (row: Known) => string): Known[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values(),
]

/** Ids of the accounts whose revenue or contract changed. */
async function writeRevenue(
  tx: Db,
  { caller, run, plan, cause }: Writing,
  rows: readonly Known[],
  idOf: (row: Known) => AccountId,
): Promise<AccountId[]> {
  const { currency } = plan
  const moved = new Set<string>()
  const byDay = Map.groupBy(
    rows.filter(({ record }) => record.arrCents !== null),
    ({ record }) => record.day ?? plan.day,
  )
  for (const [day, stated] of byDay) {
    const { accountIds } = await moveArr(tx, caller, {
      day,
      source: run.source.key,
      currency,
      cause,
      accounts: lastOfEach(stated, ({ externalId }) => externalId).map((row) => ({
        accountId: idOf(row),
        statedCents: row.record.arrCents!,
      })),
    })
    for (const id of accountIds) moved.add(id)
  }
  const idOfContract = (row: Known) => `account:${row.externalId}`
  const { created, updated } = await writeContracts(tx, caller, {
    currency,
    cause,
    contracts: lastOfEach(rows, ({ externalId }) => externalId).flatMap((row) =>
      row.record.contractEndsOn === null
        ? []
        : [
            {
              accountId: idOf(row),
              externalId: idOfContract(row),
              startsOn: row.record.contractStartsOn,
              endsOn: row.record.contractEndsOn,
            },
          ],
    ),
  })
  const contracted = rows.filter((row) => created.has(idOfContract(row)) || updated.has(idOfContract(row)))
  return [...rows.filter((row) => moved.has(idOf(row))), ...contracted].map(idOf)
}

/** A blank cell takes back what its day held. */
async function takeReadings(
  tx: Db,
  { plan, measureIds, takeReadings: take }: Writing,
  rows: readonly Known[],
  idOf: (row: Known) => AccountId,
) {
  const signals = rows.flatMap((row) =>
    row.record.readings.map((value, place) => ({
      accountId: idOf(row),
      measureId: measureIds[place]!,
      day: row.record.day ?? plan.day,
      value,
    })),
  )
  return take(tx, {
    accountIds: signals.map(({ accountId }) => accountId),
    measureIds: signals.map(({ measureId }) => measureId),
    days: signals.map(({ day }) => day),
    values: signals.map(({ value }) => (typeof value === "number" ? value : null)),
    texts: signals.map(({ value }) => (typeof value === "string" ? value : null)),
  })
}

/** Rows that would change nothing unless their parent, which is not there, stands further down in the file. */
async function waitingRows(tx: Db, caller: Caller, rows: readonly Known[]): Promise<readonly WaitingRow[]> {
  const missing = await missingParents(tx, caller, linksOf(rows))
  const byId = new Map(rows.map((row) => [row.externalId, row]))
  return missing.map(({ externalId, before }) => {
    const { row, record } = byId.get(externalId)!
    return { row, field: "parentExternalId", text: record.fields.parentExternalId!, before }
  })
}

const linksOf = (rows: readonly Known[]) =>
  lastOfEach(rows, ({ externalId }) => externalId).flatMap(({ externalId, record }) => {
    const { parentExternalId } = record.fields
    return parentExternalId === null ? [] : [{ externalId, parentExternalId }]
  })
