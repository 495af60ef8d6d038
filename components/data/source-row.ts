import type { DescribedSource } from "#lib/quality/describe-source.ts"

/** A source as the data page lists it. */
export type SourceRow = DescribedSource & {
  readonly key: string
  readonly name: string
  readonly ownerName: string | null
  readonly completeTo: string | null
  readonly lastError: string | null
  readonly readingsToday: number
  readonly readings: number
  readonly rejected: number
  readonly rowsRead: number
}
