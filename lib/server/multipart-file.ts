import { AppError } from "#lib/errors.ts"

export type MultipartFile = {
  /** The plain fields that stand before the file; a form puts its file last. */
  readonly fields: ReadonlyMap<string, string>
  readonly fileName: string
  readonly bytes: AsyncIterable<Uint8Array>
}

const longestHead = 8_192
const longestField = 16_384
const mostFields = 50

/**
 * A multipart/form-data body (RFC 7578) as its fields and the bytes of its first file, read as they arrive: the
 * body is never held whole. Null when no file was chosen. Throws `invalid_input` when the body is no such form or
 * breaks off, while the bytes are read as well.
 */
export async function multipartFile(
  type: string | null,
  body: AsyncIterable<Uint8Array> | null,
): Promise<MultipartFile | null> {
  const parts = new PartReader(boundaryOf(type), body)
  const fields = new Map<string, string>()
  await parts.skip()
  for (;;) {
    const head = await parts.head()
    if (head === null) return null
    const name = parameter(head, "name")
    const fileName = parameter(head, "filename")
    if (fileName === "") await parts.skip()
    else if (fileName !== null) return { fields, fileName: lastSegment(fileName), bytes: parts.content() }
    else if (name === null || fields.size >= mostFields) throw unreadable()
    else fields.set(name, await parts.text())
  }
}

/** Where a form's parts are cut, and no more of the body in memory than one piece of it. */
class PartReader {
  readonly #delimiter: Buffer
  readonly #pieces: AsyncIterator<Uint8Array> | undefined
  // The first delimiter has no line break of its own before it.
  #held: Buffer = Buffer.from("\r\n")

  constructor(boundary: string, body: AsyncIterable<Uint8Array> | null) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, "latin1")
    this.#pieces = body?.[Symbol.asyncIterator]()
  }

  /** The head of the next part; null after the last one. */
  async head(): Promise<string | null> {
    while (this.#held.length < 2) await this.#pull()
    if (this.#held.subarray(0, 2).toString("latin1") === "--") return null
    for (;;) {
      const end = this.#held.indexOf("\r\n\r\n")
      if (end > longestHead || (end < 0 && this.#held.length > longestHead + 65_536)) throw unreadable()
      if (end >= 0) {
        const head = this.#held.subarray(0, end).toString("utf8")
        this.#held = this.#held.subarray(end + 4)
        return head
      }
      await this.#pull()
    }
  }

  async *content(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(this.#delimiter)
      const sure = at >= 0 ? at : this.#held.length - this.#delimiter.length + 1
      if (sure > 0) yield this.#held.subarray(0, sure)
      if (sure > 0) this.#held = this.#held.subarray(sure)
      if (at >= 0) {
        this.#held = this.#held.subarray(this.#delimiter.length)
        return
      }
      await this.#pull()
    }
  }

  async text(): Promise<string> {
    const pieces: Uint8Array[] = []
    let length = 0
    for await (const piece of this.content()) {
      length += piece.length
      if (length > longestField) throw unreadable()
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString("utf8")
  }

  async skip(): Promise<void> {
    let length = 0
    for await (const piece of this.content()) {
      length += piece.length
      if (length > longestField) throw unreadable()
    }
  }

  async #pull(): Promise<void> {
    const next = await this.#pieces?.next().catch(() => null)
    if (!next || next.done) throw unreadable()
    this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value])
  }
}

function boundaryOf(type: string | null): string {
  const match = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70}))/i.exec(type ?? "")
  const boundary = match?.[1] ?? match?.[2]
  if (!boundary) throw unreadable()
  return boundary
}

/** A parameter of the content disposition, with the three signs that browsers write as escapes. */
function parameter(head: string, name: string): string | null {
  const line = head.split("\r\n").find((each) => /^content-disposition\s*:/i.test(each))
  const match = new RegExp(`;\\s*${name}="([^"]*)"`, "i").exec(line ?? "")
  return match ? (match[1] ?? "").replaceAll("%22", '"').replaceAll(/%0[DA]/gi, " ") : null
}

/** Some browsers send the whole path. */
const lastSegment = (path: string): string => path.split(/[/\\]/).at(-1) ?? ""

const unreadable = () =>
  new AppError("invalid_input", "The form could not be read: it is incomplete or not multipart/form-data.")
