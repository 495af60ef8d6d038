import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGunzip } from "node:zlib"
import { importLimits } from "#lib/imports/limits.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import type { FileBytes } from "./stored-bytes.ts"

/** Small, because the rows of a piece are parted in one go, and what the database answers meanwhile waits. */
const pieceBytes = 16_384

/** The bytes in pieces of at most 16 KiB, unzipped when they are compressed; they are taken as they are wanted. */
export async function* expandBytes(bytes: FileBytes, isZipped: boolean): AsyncGenerator<Uint8Array> {
  if (isZipped) yield* unzipped(bytes)
  else for await (const part of bytes()) yield* pieces(part)
}

function* pieces(part: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < part.length; at += pieceBytes) yield part.subarray(at, at + pieceBytes)
}

async function* unzipped(bytes: FileBytes): AsyncGenerator<Uint8Array> {
  let taken = 0
  let given = 0
  async function* counted() {
    for await (const part of bytes())
      for (const piece of pieces(part)) {
        taken += piece.length
        yield piece
      }
  }
  const gunzip = createGunzip({ chunkSize: pieceBytes })
  const feeding = pipeline(Readable.from(counted(), { objectMode: false }), gunzip)
  // What goes wrong in it comes out of the reading below; who stops reading early ends it on purpose.
  feeding.catch(() => {})
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      given += piece.length
      if (given > importLimits.expandedBytes) throw tooLarge("holds more than 4 GiB")
      if (given > importLimits.expansionFrom && given > taken * importLimits.expansion)
        throw tooLarge(`becomes more than ${importLimits.expansion} times as large as it is`)
      yield piece
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code?.startsWith("Z_"))
      throw new UnreadableFile("The compressed file is damaged or cut off", {
        fix: "Compress or download it again",
      })
    throw error
  } finally {
    gunzip.destroy()
  }
}

const tooLarge = (what: string) =>
  new UnreadableFile(`The compressed file ${what}`, {
    fix: "Split it into several files, or import it uncompressed",
  })
