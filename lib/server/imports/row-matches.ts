import type { LeftOut } from "#db/commands/imports-write.ts"

/** What is stored of a row; "several" when nobody can say which of them the row means. */
export type Match<Stored> = Stored | "several" | null

export function onlyOne<Stored>(found: readonly Stored[]): Match<Stored> {
  if (found.length > 1) return "several"
  return found[0] ?? null
}

/** Rows with what is stored of them; those that could mean several are left out with the others. */
export function withoutSeveral<
  Row extends { readonly row: number; readonly cells: readonly string[] },
  Stored,
>(rows: readonly Row[], matches: readonly Match<Stored>[], others: readonly LeftOut[]) {
  const rejected: LeftOut[] = [...others]
  const found: Row[] = []
  const stored: (Stored | null)[] = []
  for (const [place, row] of rows.entries()) {
    const match = matches[place] ?? null
    if (match === "several") rejected.push({ row: row.row, cells: row.cells, problems: [ambiguous] })
    else {
      found.push(row)
      stored.push(match)
    }
  }
  return { found, stored, rejected }
}

const ambiguous = {
  what: "Several stored entries are like this row",
  fix: "Give the row the id of the one it means",
}
