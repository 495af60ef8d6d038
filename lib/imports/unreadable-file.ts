/** The file cannot be read as a table; the message says why in words. */
export class UnreadableFile extends Error {
  readonly fix: string
  /** The row where reading stopped, when it is known. */
  readonly row: number | null

  constructor(message: string, { fix, row = null }: { fix: string; row?: number | null }) {
    super(message)
    this.name = "UnreadableFile"
    this.fix = fix
    this.row = row
  }
}
