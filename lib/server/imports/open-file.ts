import { inWorkspace } from "#db/in-workspace.ts"
import { type FileRun, fileSize } from "#db/queries/import-files.ts"
import type { Caller } from "#lib/access/caller.ts"
import { isGuardedCell } from "#lib/format/guarded-cell.ts"
import { formatNumber } from "#lib/format/number.ts"
import type { FileFacts } from "#lib/imports/file-facts.ts"
import { importLimits } from "#lib/imports/limits.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { guessSeparator } from "#lib/imports/separator.ts"
import type { ImportSettings } from "#lib/imports/settings.ts"
import { RowSplitter } from "#lib/imports/split-rows.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { expandBytes } from "./expand-bytes.ts"
import { inspectBytes } from "./inspect-bytes.ts"
import { readWorkbook, type Sheet } from "./read-workbook.ts"
import { asWritten, withoutReasons } from "./rejected-cells.ts"
import { type FileBytes, storedBytes } from "./stored-bytes.ts"

/** A row of the file and its number in it; the cells are without blanks around them. */
export type FileRow = { readonly row: number; readonly cells: readonly string[] }

type Layout = Omit<FileFacts, "header" | "headerRow" | "firstRows" | "sha256" | "bytes">
type Chosen = Pick<ImportSettings, "encoding" | "separator" | "sheet">

const rowsPerBatch = 2_000
const shownRows = 20

/** A file that is ready to be read from its beginning, as often as wanted. */
export type OpenFile = {
  readonly layout: Layout
  /** All rows in batches, the header among them; rows without any text are left out. */
  readonly rows: () => AsyncGenerator<readonly FileRow[]>
}

export async function openBytes(bytes: FileBytes, kind: ImportKind, chosen: Chosen): Promise<OpenFile> {
  const most = kind === "signals" ? importLimits.signalRows : importLimits.rows
  const seen = await inspectBytes(bytes)
  if (seen.format === "xlsx") {
    const sheets = await readWorkbook(bytes)
    const sheet = sheetOf(sheets, chosen.sheet)
    return {
      layout: {
        format: "xlsx",
        isZipped: false,
        encoding: null,
        separator: null,
        sheets: sheets.map(({ name }) => name),
        sheet: sheet.name,
      },
      rows: () => numbered(batchesOf(sheet.rows), most),
    }
  }
  const encoding = chosen.encoding ? { name: chosen.encoding, isGuess: false } : seen.encoding
  const text = new TextDecoder(encoding.name).decode(seen.head)
  const separator = chosen.separator ?? guessSeparator(text)
  return {
    layout: {
      format: "csv",
      isZipped: seen.isZipped,
      encoding,
      separator: { value: separator, isGuess: chosen.separator === null },
      sheets: [],
      sheet: null,
    },
    rows: () => numbered(splitBytes(expandBytes(bytes, seen.isZipped), encoding.name, separator), most),
  }
}

/** The rows below the header, in batches; each reading begins anew. */
export async function* readRows(
  caller: Caller,
  run: Pick<FileRun, "id" | "kind">,
  settings: Chosen,
): AsyncGenerator<readonly FileRow[]> {
  const file = await openBytes(storedBytes(caller, run.id), run.kind, settings)
  yield* belowHeader(file)
}

export async function* belowHeader(file: OpenFile): AsyncGenerator<readonly FileRow[]> {
  let isHeaderSeen = false
  for await (const batch of file.rows()) {
    if (isHeaderSeen) yield batch
    else if (batch.length > 0) {
      isHeaderSeen = true
      yield batch.slice(1)
    }
  }
}

/** What the file is and how it begins. Throws `UnreadableFile` in words. */
export async function inspectFile(
  caller: Caller,
  run: FileRun,
  settings: Chosen = run.settings,
): Promise<FileFacts> {
  const { bytes } = await inWorkspace(caller, (tx) => fileSize(tx, caller, run.id))
  const file = await openBytes(storedBytes(caller, run.id), run.kind, settings)
  return factsOf(file, { sha256: run.sha256, bytes })
}

export async function factsOf(
  file: OpenFile,
  { sha256, bytes }: { sha256: string; bytes: number },
): Promise<FileFacts> {
  const rows: FileRow[] = []
  for await (const batch of file.rows()) {
    rows.push(...batch.slice(0, shownRows + 1 - rows.length))
    if (rows.length > shownRows) break
  }
  const [header, ...firstRows] = rows
  if (!header)
    throw new UnreadableFile("The file holds no text", { fix: "Export it again with its header and rows" })
  return {
    ...file.layout,
    header: header.cells,
    headerRow: header.row,
    firstRows: firstRows.map(({ cells }) => cells),
    sha256,
    bytes,
  }
}

function sheetOf(sheets: readonly Sheet[], wanted: string | null): Sheet {
  const names = sheets.map(({ name }) => name)
  const sheet =
    wanted === null
      ? (sheets.find(({ rows }) => rows.length > 0) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted)
  if (sheet) return sheet
  throw new UnreadableFile(
    wanted === null ? "The workbook has no sheet" : `The workbook has no sheet "${wanted}"`,
    {
      fix:
        names.length > 0 ? `Choose one of: ${names.slice(0, 30).join(", ")}` : "Save it again with a sheet",
    },
  )
}

function* batchesOf(rows: readonly (readonly string[])[]): Generator<readonly (readonly string[])[]> {
  for (let at = 0; at < rows.length; at += rowsPerBatch) yield rows.slice(at, at + rowsPerBatch)
}

async function* splitBytes(
  pieces: AsyncIterable<Uint8Array>,
  encoding: string,
  separator: string,
): AsyncGenerator<readonly (readonly string[])[]> {
  const text = new TextDecoder(encoding)
  const splitter = new RowSplitter(separator, importLimits.recordCharacters)
  let seenBytes = 0
  for await (const piece of pieces) {
    seenBytes += piece.length
    const rows = splitter.push(text.decode(piece, { stream: true }), seenBytes)
    if (rows.length > 0) yield rows
  }
  const last = [...splitter.push(text.decode()), ...splitter.end()]
  if (last.length > 0) yield last
}

async function* numbered(
  batches: AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly (readonly string[])[]>,
  most: number,
): AsyncGenerator<readonly FileRow[]> {
  let row = 0
  let bare: ((cells: readonly string[]) => readonly string[]) | undefined
  for await (const batch of batches) {
    const filled: FileRow[] = []
    for (const given of batch) {
      row += 1
      if (isBlankRow(given)) continue
      const cells = trimmed(given)
      bare ??= withoutReasons(cells)
      filled.push({ row, cells: bare(cells) })
    }
    if (row > most + 1)
      throw new UnreadableFile(`The file has more than ${formatNumber(most)} rows`, {
        fix: "Split it into several files",
      })
    if (filled.length > 0) yield filled
  }
}

function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false
  return true
}

/** Trimmed once, here: what is compared later is letter by letter what is written. */
function trimmed(cells: readonly string[]): readonly string[] {
  for (const cell of cells)
    if (hasBlankEnds(cell) || isGuardedCell(cell)) return cells.map((text) => asWritten(text.trim()))
  return cells
}

/** Blank by its code: below "!" or beyond ASCII, where `trim` knows better. */
function hasBlankEnds(cell: string): boolean {
  if (cell === "") return false
  const first = cell.charCodeAt(0)
  const last = cell.charCodeAt(cell.length - 1)
  return first < 33 || last < 33 || first > 126 || last > 126
}
