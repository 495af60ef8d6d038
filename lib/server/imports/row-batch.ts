import type { StagedRow } from "#db/commands/imports.ts"

const mostRows = 1_000
const mostCharacters = 1_000_000

/** Collects rows until there are enough for one short write, counted in rows and in characters. */
export class RowBatch {
  readonly #write: (rows: readonly StagedRow[]) => Promise<void>
  #rows: StagedRow[] = []
  #characters = 0

  constructor(write: (rows: readonly StagedRow[]) => Promise<void>) {
    this.#write = write
  }

  async push(row: StagedRow): Promise<void> {
    this.#rows.push(row)
    for (const cell of row.cells) this.#characters += cell.length + 3
    if (this.#rows.length >= mostRows || this.#characters >= mostCharacters) await this.flush()
  }

  async flush(): Promise<void> {
    const rows = this.#rows
    if (rows.length === 0) return
    this.#rows = []
    this.#characters = 0
    await this.#write(rows)
  }
}
