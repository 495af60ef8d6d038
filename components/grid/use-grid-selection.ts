"use client"

import {
  createColumnHelper,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table"
import { useMemo, useState } from "react"
import type { GridColumn, GridRow, GridSelection } from "#components/grid/grid-model.ts"

const features = tableFeatures({ rowSelectionFeature })

const isRange = (event: unknown): boolean =>
  typeof event === "object" &&
  event !== null &&
  "nativeEvent" in event &&
  event.nativeEvent instanceof MouseEvent &&
  event.nativeEvent.shiftKey

const helper = createColumnHelper<typeof features, GridRow>()
const rowId = (row: GridRow) => row.id

/**
 * The table over the rows of this page, and what is selected of the whole list. A selection outlives sorting and
 * paging, and ends when `scope`, the list's filters, changes: nobody acts on rows that are no longer asked for.
 */
export function useGridSelection({
  rows,
  columns,
  scope,
  matching,
}: {
  rows: readonly GridRow[]
  columns: readonly GridColumn[]
  scope: string
  matching: number
}) {
  const [chosen, setChosen] = useState<RowSelectionState>({})
  const [isAll, setAll] = useState(false)
  const [seen, setSeen] = useState(scope)
  const clear = () => {
    setChosen({})
    setAll(false)
  }
  if (seen !== scope) {
    setSeen(scope)
    clear()
  }
  const data = useMemo(() => [...rows], [rows])
  const defined = useMemo(
    () => columns.map(({ id, label }) => helper.display({ id, header: label })),
    [columns],
  )
  const rowSelection: RowSelectionState = isAll
    ? Object.fromEntries(rows.map(({ id }) => [id, true as const]))
    : chosen
  const table = useTable({
    features,
    getRowId: rowId,
    isRowRangeSelectionEvent: isRange,
    data,
    columns: defined,
    state: { rowSelection },
    onRowSelectionChange: (change) => {
      setAll(false)
      setChosen((now) => (typeof change === "function" ? change(isAll ? rowSelection : now) : change))
    },
  })
  const ids = Object.keys(rowSelection)
  const selection: GridSelection = isAll
    ? { count: matching, ids: "all_matching" }
    : { count: ids.length, ids }
  return {
    table,
    selection,
    isSelected: (id: string) => id in rowSelection,
    selectAll: () => setAll(true),
    clear,
  }
}

export type SelectedTable = ReturnType<typeof useGridSelection>["table"]
