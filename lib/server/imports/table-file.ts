import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { type Readable, Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGunzip } from "node:zlib"
import { parse } from "csv-parse"
import { EncodingScan, type FileEncoding } from "#lib/imports/encoding.ts"
import { importLimits } from "#lib/imports/limits.ts"
import { guessSeparator, type Separator } from "#lib/imports/separator.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"

export type TableFile = {
  readonly path: string
  readonly isZipped: boolean
  readonly encoding: FileEncoding
  readonly separator: Separator
  /** Of the file as it lies on disk. */
  readonly sha256: string
}

const headBytes = 65_536
const longestFile = 4 * 1024 ** 3

/** Reads the whole file once to learn its encoding, separator and hash. Keeps only its first 64 KiB. */
export async function inspectTable(path: string): Promise<TableFile> {
  const isZipped = await startsZipped(path)
  const hash = createHash("sha256")
  const scan = new EncodingScan()
  const head: Buffer[] = []
  let kept = 0
  let size = 0
  await pipeline(bytesOf(path, isZipped, hash), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > longestFile)
        throw new UnreadableFile("The file holds more than 4 GiB", { fix: "Split it into several files" })
      if (kept < headBytes) head.push(chunk)
      kept += chunk.length
      scan.push(chunk)
    }
  }).catch(inWords)
  const encoding = scan.result()
  const text = new TextDecoder(encoding.name).decode(Buffer.concat(head).subarray(0, headBytes))
  return { path, isZipped, encoding, separator: guessSeparator(text), sha256: hash.digest("hex") }
}

/** Gives the records of the file to `use`, the header first, as far as it wants them. Memory does not grow. */
export async function readTable(
  file: TableFile,
  use: (records: AsyncIterable<string[]>) => Promise<void>,
): Promise<void> {
  const parser = parse({
    delimiter: file.separator,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: importLimits.recordCharacters,
  })
  let isSatisfied = false
  try {
    await pipeline(
      bytesOf(file.path, file.isZipped),
      decoder(file.encoding),
      parser,
      async (records: AsyncIterable<string[]>) => {
        await use(records)
        isSatisfied = true
      },
    )
  } catch (error) {
    // Who stops reading early aborts the rest of the pipeline on purpose.
    if (!isSatisfied) inWords(error)
  }
}

function bytesOf(path: string, isZipped: boolean, hash?: ReturnType<typeof createHash>): Readable {
  const disk = createReadStream(path)
  if (hash) disk.on("data", (chunk) => hash.update(chunk))
  if (!isZipped) return disk
  const unzipped = createGunzip()
  disk.on("error", (error) => unzipped.destroy(error))
  unzipped.on("close", () => disk.destroy())
  return disk.pipe(unzipped)
}

async function startsZipped(path: string): Promise<boolean> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT"
      ? new UnreadableFile(`There is no file ${path}`, { fix: "Check the path" })
      : new UnreadableFile(`The file ${path} cannot be opened (${error.code})`, {
          fix: "Check that you may read it",
        })
  })
  try {
    if (!(await file.stat()).isFile())
      throw new UnreadableFile(`${path} is not a file`, { fix: "Give the path of a .csv or .csv.gz file" })
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    if (bytesRead === 0) throw new UnreadableFile("The file is empty", { fix: "Export it again" })
    if (buffer.toString("latin1").startsWith("PK\u0003\u0004"))
      throw new UnreadableFile("This is a workbook or a zip archive, not a CSV file", {
        fix: "Open it in the spreadsheet program and save it as CSV (UTF-8)",
      })
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

/** Bytes to text. A line that never ends is refused before the parser would collect all of it. */
function decoder(encoding: FileEncoding): Transform {
  const text = new TextDecoder(encoding.name)
  let sinceBreak = 0
  return new Transform({
    decodeStrings: false,
    transform(chunk: Buffer, _, done) {
      const decoded = text.decode(chunk, { stream: true })
      const lastBreak = Math.max(decoded.lastIndexOf("\n"), decoded.lastIndexOf("\r"))
      sinceBreak = lastBreak < 0 ? sinceBreak + decoded.length : decoded.length - lastBreak - 1
      done(sinceBreak > importLimits.recordCharacters ? endlessLine() : null, decoded)
    },
    flush(done) {
      done(null, text.decode())
    },
  })
}

const endlessLine = () =>
  new UnreadableFile("A line has more than 1,000,000 characters", {
    fix: "Check that the file is a CSV file with line breaks, and that every opening quote is closed",
  })

function inWords(error: unknown): never {
  if (error instanceof UnreadableFile || !(error instanceof Error)) throw error
  const { code, records } = error as Error & { code?: string; records?: number }
  const row = records === undefined ? null : records + 1
  if (code === "CSV_MAX_RECORD_SIZE") throw endlessLine()
  if (code === "CSV_QUOTE_NOT_CLOSED")
    throw new UnreadableFile("A quote is opened and never closed", {
      row,
      fix: 'Close the quote, or double it: ""',
    })
  if (code === "INVALID_OPENING_QUOTE" || code === "CSV_INVALID_CLOSING_QUOTE")
    throw new UnreadableFile("A quote stands in the middle of a text", {
      row,
      fix: 'Put the whole text into quotes and double those inside: "5"" pipe"',
    })
  if (code?.startsWith("CSV_")) throw new UnreadableFile(error.message, { row, fix: "Correct this row" })
  if (code?.startsWith("Z_"))
    throw new UnreadableFile("The compressed file is damaged or cut off", {
      fix: "Compress or download it again",
    })
  throw error
}
