import type { FileEncoding } from "./encoding.ts"
import type { Separator } from "./separator.ts"

/** What a look at the bytes of a file tells. */
export type FileFacts = {
  readonly format: "csv" | "xlsx"
  readonly isZipped: boolean
  /** Null for a workbook, which states its encoding itself. */
  readonly encoding: FileEncoding | null
  readonly separator: { readonly value: Separator; readonly isGuess: boolean } | null
  /** Names of the sheets of a workbook and the one that is read. */
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly header: readonly string[]
  /** The row of the file that holds the header; blank rows may stand above it. */
  readonly headerRow: number
  /** The first rows below the header. */
  readonly firstRows: readonly (readonly string[])[]
  readonly sha256: string
  readonly bytes: number
}
