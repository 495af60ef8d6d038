import type { Db } from "#db/client.ts"
import { writeContracts } from "#db/commands/contracts.ts"
import { addMovements } from "#db/commands/contracts-movements.ts"
import { writeEntitlements } from "#db/commands/entitlements.ts"
import type { Reference } from "#db/queries/imports-references.ts"
import { productNumbers, type StoredContract, storedContracts } from "#db/queries/imports-stored.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountId } from "#lib/id.ts"
import type { ContractRecord } from "#lib/imports/records.ts"
import { type Match, onlyOne, withoutSeveral } from "./row-matches.ts"
import { type KindWriter, type Row, type Writing, type WrittenRows, withAccounts } from "./writing.ts"

type Found = Row<"contracts"> & { readonly account: Reference<AccountId> }
type Known = Found & { readonly externalId: string; readonly isStored: boolean }

/** Contracts, and the product lines that rows name. A contract without an id is the account's of that start or end. */
export function contractsWriter(writing: Writing): KindWriter<"contracts"> {
  const { caller, plan, cause } = writing
  const has = (field: string) => field in plan.fields
  return {
    async write(tx, rows) {
      const { found: all, rejected: strange } = await withAccounts(tx, writing, rows)
      const matches = await matchContracts(tx, caller, all)
      const { found, stored, rejected } = withoutSeveral(all, matches, strange)
      const known = found.map((row, place): Known => {
        const { externalId, startsOn, endsOn } = row.record
        const same = stored[place] ?? null
        return {
          ...row,
          externalId: externalId ?? same?.externalId ?? `${row.account.externalId}:${startsOn ?? endsOn}`,
          isStored: same !== null,
        }
      })
      const wanted = plan.conflict === "skip" ? known.filter(({ isStored }) => !isStored) : known
      const last = [...new Map(wanted.map((row) => [row.externalId, row])).values()]
      const { created, updated } = await writeContracts(tx, caller, {
        contracts: last.map(({ externalId, account, record }) => ({
          accountId: account.id,
          externalId,
          startsOn: record.startsOn,
          endsOn: record.endsOn,
          ...(record.noticeOn === null ? {} : { noticeOn: record.noticeOn }),
          ...(record.autoRenews === null ? {} : { autoRenews: record.autoRenews }),
          ...(record.currency === null ? {} : { currency: record.currency }),
        })),
        currency: plan.currency,
        emptiesNotice: plan.conflict === "overwrite" && has("noticeOn"),
        cause,
      })
      const lines = await writeLines(tx, writing, wanted)
      const told = new Set<string>()
      const counts = { created: 0, updated: 0, skipped: 0 }
      for (const row of known) {
        const isFirst = !told.has(row.externalId)
        told.add(row.externalId)
        const line = row.record.line && lines.get(`${row.externalId} ${row.record.line.product}`)
        if ((isFirst && created.has(row.externalId)) || line === true) counts.created += 1
        else if ((isFirst && updated.has(row.externalId)) || line === false) counts.updated += 1
        else counts.skipped += 1
      }
      return { ...counts, signals: 0, rejected }
    },
  }
}

type Wanted = {
  readonly account: { readonly id: string }
  readonly record: Pick<ContractRecord, "externalId" | "startsOn" | "endsOn">
}

/** The stored contract of each row: by id, else the account's of that start, or of that end when no start is stated. */
export async function matchContracts(
  tx: Db,
  caller: Caller,
  rows: readonly Wanted[],
): Promise<readonly Match<StoredContract>[]> {
  const stored = await storedContracts(tx, caller, {
    accountIds: rows.flatMap(({ record, account }) => (record.externalId === null ? [account.id] : [])),
    externalIds: rows.flatMap(({ record }) => record.externalId ?? []),
  })
  const byId = new Map(stored.map((one) => [one.externalId, one]))
  const byAccount = Map.groupBy(stored, ({ accountId }) => accountId)
  return rows.map(({ account, record: { externalId, startsOn, endsOn } }) => {
    if (externalId !== null) return byId.get(externalId) ?? null
    const isSame = (one: StoredContract) =>
      startsOn === null ? one.endsOn === endsOn : one.startsOn === startsOn
    return onlyOne((byAccount.get(account.id) ?? []).filter(isSame))
  })
}

/** Whether each written line is new, by contract and the product's word in the file. */
async function writeLines(
  tx: Db,
  { caller, cause }: Writing,
  rows: readonly Known[],
): Promise<ReadonlyMap<string, boolean>> {
  const lines = new Map(
    rows.flatMap(({ externalId, record: { line } }) =>
      line === null ? [] : [[`${externalId} ${line.product}`, { externalId, line }] as const],
    ),
  )
  if (lines.size === 0) return new Map()
  const names = [...new Set([...lines.values()].map(({ line }) => line.product))]
  const numbers = await productNumbers(tx, caller, names)
  const numberOf = (name: string) => numbers.get(name) ?? name
  const written = await writeEntitlements(tx, caller, {
    products: names.filter((name) => !numbers.has(name)).map((name) => ({ sku: name, name })),
    entitlements: [...lines.values()].map(({ externalId, line }) => ({
      contractExternalId: externalId,
      sku: numberOf(line.product),
      quantity: Math.round(line.quantity ?? 1),
      listPriceCents: line.listPriceCents ?? line.paidPriceCents ?? 0,
      paidPriceCents: line.paidPriceCents ?? line.listPriceCents ?? 0,
    })),
    cause,
  })
  const isNew = new Map(written.lines.map((line) => [`${line.contractExternalId} ${line.sku}`, line.isNew]))
  return new Map(
    [...lines].flatMap(([key, { externalId, line }]) => {
      const found = isNew.get(`${externalId} ${numberOf(line.product)}`)
      return found === undefined ? [] : [[key, found] as const]
    }),
  )
}

/** Movements are facts: one that is there already is passed over, and none is ever changed. */
export function movementsWriter(writing: Writing): KindWriter<"movements"> {
  const { caller, run, plan, cause } = writing
  return {
    async write(tx, rows): Promise<WrittenRows> {
      const { found, rejected } = await withAccounts(tx, writing, rows)
      const { created } = await addMovements(tx, caller, {
        movements: found.map(({ account, record }) => ({
          accountId: account.id,
          day: record.effectiveOn,
          kind: record.kind,
          amountCents: record.amountCents,
          occurrence: record.occurrence,
          currency: plan.currency,
        })),
        source: run.source.key,
        cause,
      })
      return { created, updated: 0, skipped: found.length - created, signals: 0, rejected }
    },
  }
}
