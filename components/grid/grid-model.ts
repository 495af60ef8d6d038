import type { SortState } from "#components/ui/table-head-cell.tsx"

export const densities = ["default", "compact", "comfortable"] as const
export type Density = (typeof densities)[number]

export type GridColumn = {
  readonly id: string
  readonly label: string
  readonly sort?: SortState
  /** How its numbers are made. */
  readonly note?: React.ReactNode
  readonly isNumber?: boolean
  readonly isSecondary?: boolean
  /** It has what width the others leave: its cells ask for none. */
  readonly takesRest?: boolean
}

/** One row: its cells come as they are to be shown, made where the formulas are. */
export type GridRow = {
  readonly id: string
  /** What stands in addresses for it. */
  readonly slug: string
  readonly name: string
  readonly href: string
  readonly cells: Readonly<Record<string, React.ReactNode>>
}

/** What is selected: these rows, or whatever the filters leave. */
export type GridSelection = {
  readonly count: number
  readonly ids: readonly string[] | "all_matching"
}

/** What can be done with selected rows, or with the row that has the focus. */
export type BulkAction = {
  readonly key: string
  /** As `?` lists it: "Assign owner". */
  readonly words: string
  /** As its button says it: "Assign 12 accounts". */
  readonly label: (count: number) => string
  /** The most rows that it takes at once. */
  readonly most: number
  readonly run: (selection: GridSelection, onDone: () => void) => void
}
