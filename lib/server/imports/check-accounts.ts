import { stageRows } from "#db/commands/imports.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { measureKinds } from "#db/queries/imports.ts"
import { repeatedIds, unknownOwners, unknownParents } from "#db/queries/imports-stage.ts"
import type { Caller } from "#lib/access/caller.ts"
import { formatNumber } from "#lib/format/number.ts"
import { checkDraft } from "#lib/imports/check-draft.ts"
import { checkRow } from "#lib/imports/check-row.ts"
import type { ColumnPlan } from "#lib/imports/column-plan.ts"
import { type ColumnProfile, isBlank, observe } from "#lib/imports/column-profile.ts"
import { decideColumns, profilesFor } from "#lib/imports/decide-columns.ts"
import { importLimits } from "#lib/imports/limits.ts"
import { type HeaderMap, mapHeader } from "#lib/imports/map-header.ts"
import { ProblemList } from "#lib/imports/problem-list.ts"
import type { Problem } from "#lib/imports/schema.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { relationProblems } from "./relation-problems.ts"
import { RowBatch } from "./row-batch.ts"
import { stagedDrafts } from "./staged-drafts.ts"
import { readTable, type TableFile } from "./table-file.ts"

export type CheckedFile = {
  readonly rowsRead: number
  readonly problems: readonly Problem[]
  /** null when the header or the file could not be read at all. */
  readonly plan: ColumnPlan | null
}

type Given = {
  readonly runId: string
  readonly file: TableFile
  readonly chosen: ReadonlyMap<string, string>
  readonly currency: string
  readonly onRows: (rows: number) => void
}

type Progress = { header: HeaderMap; profiles: ColumnProfile[]; rows: number } | undefined

/** Reads the whole file once: every row is checked, profiled and put on the stage, and none is kept in memory. */
export async function checkAccounts(caller: Caller, given: Given): Promise<CheckedFile> {
  const problems = new ProblemList()
  const stage = new RowBatch((rows) =>
    inWorkspace(caller, (tx) => stageRows(tx, caller, { runId: given.runId, rows })),
  )
  let at: Progress
  try {
    await readTable(given.file, async (records) => {
      let row = 0
      for await (const raw of records) {
        row += 1
        // Trimmed once, here: what is compared later is letter by letter what is written.
        const cells = raw.map((cell) => cell.trim())
        if (cells.every((cell) => cell === "")) continue
        if (!at) {
          const header = mapHeader(cells, given.chosen)
          at = { header, profiles: profilesFor(header), rows: 0 }
          if (header.problems.length > 0) return
          continue
        }
        at.rows += 1
        if (at.rows > importLimits.rows) throw tooManyRows()
        const isSound = checkRow(cells, row, { header: at.header, problems })
        if (!isSound) continue
        for (const [index, profile] of at.profiles.entries()) observe(profile, cells[index] ?? "", row)
        const id = at.header.fields.get("externalId")?.index
        // A word for "nothing" is nothing, also where owners and parents are looked up.
        const stated = cells.map((cell, index) => (index !== id && isBlank(cell) ? "" : cell))
        await stage.push({ row, cells: stated })
        if (at.rows % 1_000 === 0) given.onRows(at.rows)
      }
    })
    await stage.flush()
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    addUnreadable(problems, error)
    return { rowsRead: at?.rows ?? 0, problems: problems.toArray(), plan: null }
  }
  if (!at || at.rows === 0) addEmpty(problems, at !== undefined)
  if (!at || at.header.problems.length > 0)
    return { rowsRead: 0, problems: at?.header.problems ?? problems.toArray(), plan: null }
  return conclude(caller, given, at, problems)
}

async function conclude(
  caller: Caller,
  { runId, file, currency }: Given,
  { header, profiles, rows }: NonNullable<Progress>,
  problems: ProblemList,
): Promise<CheckedFile> {
  const kinds = await inWorkspace(caller, (tx) => measureKinds(tx, caller))
  const plan = decideColumns({ header, profiles, separator: file.separator, currency, kinds })
  const column = (field: "externalId" | "ownerName" | "parentExternalId") => header.fields.get(field)?.index
  const idColumn = column("externalId")!
  const owner = column("ownerName")
  const parent = column("parentExternalId")
  await inWorkspace(caller, async (tx) => {
    relationProblems(problems, {
      header,
      repeated: await repeatedIds(tx, caller, { runId, column: idColumn }),
      owners: owner === undefined ? null : await unknownOwners(tx, caller, { runId, column: owner }),
      parents:
        parent === undefined ? null : await unknownParents(tx, caller, { runId, column: parent, idColumn }),
    })
  })
  for (const { count, samples, ...about } of plan.problems) problems.addAll(about, { count, samples })
  for await (const drafts of stagedDrafts(caller, runId, plan))
    for (const { row, draft } of drafts) checkDraft(draft, row, { plan, problems })
  return { rowsRead: rows, problems: problems.toArray(), plan }
}

const tooManyRows = () =>
  new UnreadableFile(`The file has more than ${formatNumber(importLimits.rows)} rows`, {
    fix: "Split it into several files",
  })

function addUnreadable(problems: ProblemList, { message, fix, row }: UnreadableFile): void {
  problems.add(
    {
      kind: "unreadable_file",
      severity: "error",
      column: null,
      what: message,
      expected: "A CSV file with a header row, one account per row",
      fix,
    },
    row === null ? undefined : { row, found: "reading stopped here" },
  )
}

function addEmpty(problems: ProblemList, hasHeader: boolean): void {
  problems.add({
    kind: "no_rows",
    severity: "error",
    column: null,
    what: hasHeader ? "The file has a header and no row below it" : "The file holds no text",
    expected: "At least one account",
    fix: "Export it again with its rows",
  })
}
