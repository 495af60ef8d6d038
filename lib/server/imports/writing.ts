import type { Db } from "#db/client.ts"
import type { Cause } from "#db/commands/cause.ts"
import type { LeftOut } from "#db/commands/imports-write.ts"
import type { KnownIds } from "#db/commands/signals.ts"
import type { ImportRunRow } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { ImportRecords } from "#lib/imports/records.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import type { SignalColumns } from "#lib/imports/sort-out.ts"
import type { AccountReferences, PersonReferences } from "./references.ts"

/** What all chunks of one run share. */
export type Writing = {
  readonly caller: Caller
  readonly run: ImportRunRow
  readonly plan: ImportPlan
  readonly cause: Cause
  /** The number of each measure of the plan, in its order. */
  readonly measureIds: readonly number[]
  readonly accounts: AccountReferences
  readonly people: PersonReferences
  readonly known: KnownIds
  readonly takeReadings: TakeReadings
}

/** Takes readings of accounts: they are stored, or while rehearsing compared with what is stored. */
export type TakeReadings = (
  tx: Db,
  signals: SignalColumns,
) => Promise<{
  /** How many were written or withdrawn. */
  readonly count: number
  /** Of which accounts one is new, different or withdrawn. */
  readonly accountIds: readonly string[]
}>

export type Row<Kind extends ImportKind> = {
  readonly row: number
  readonly cells: readonly string[]
  readonly record: ImportRecords[Kind]
}

export type WrittenRows = {
  readonly created: number
  readonly updated: number
  readonly skipped: number
  /** Readings that were written or withdrawn. */
  readonly signals: number
  readonly rejected: readonly LeftOut[]
  /** Those of the skipped that name something which is not there, or not yet. */
  readonly waiting?: readonly WaitingRow[]
}

/** A row of which nothing differs but that it names something that may stand further down in its file. */
export type WaitingRow = {
  readonly row: number
  readonly field: string
  readonly text: string
  /** The name of what stands in its place now. */
  readonly before: string | null
}

/** Whether the thing of an external id may be linked: an import that leaves what exists links only what it made. */
export type MayLink = (externalId: string) => boolean

/** How rows of a kind are written: one chunk in a transaction of its own, and what needs all rows to be there. */
export type KindWriter<Kind extends ImportKind> = {
  write(tx: Db, rows: readonly Row<Kind>[]): Promise<WrittenRows>
  /** Called for every chunk once more after the last one, when the kind has links between its rows. */
  link?(tx: Db, rows: readonly Row<Kind>[], mayLink: MayLink): Promise<LinkedRows>
}

/** Ids of the accounts or people whose link is another one now. */
export type LinkedRows = readonly string[]

/** Parts rows into those whose account is one, with it, and those that are left out with the reason. */
export async function withAccounts<Kind extends Exclude<ImportKind, "accounts" | "people" | "skills">>(
  tx: Db,
  { accounts }: Pick<Writing, "accounts">,
  rows: readonly Row<Kind>[],
) {
  const nameOf = (row: Row<Kind>): string => (row.record as { readonly account: string }).account
  await accounts.learn(tx, rows.map(nameOf))
  const rejected: LeftOut[] = []
  const found = rows.flatMap((row) => {
    const account = accounts.get(nameOf(row))
    if (typeof account !== "string") return [{ ...row, account }]
    rejected.push({ row: row.row, cells: row.cells, problems: [accountProblem(account)] })
    return []
  })
  return { found, rejected }
}

export const accountProblem = (why: "several" | "unknown") =>
  why === "several"
    ? { what: "Several accounts bear this name", fix: "Name the account by its external id" }
    : { what: "No account has this id, domain or name", fix: "Add the account first, or correct the name" }
