"use client"

import { useRouter } from "next/navigation"
import { useCallback, useEffect, useRef } from "react"
import { withParameters } from "#components/grid/grid-look.ts"
import type { BulkAction, Density, GridColumn, GridRow } from "#components/grid/grid-model.ts"
import { GridRowView } from "#components/grid/grid-row.tsx"
import { SelectionBar } from "#components/grid/selection-bar.tsx"
import { useGridKeys } from "#components/grid/use-grid-keys.ts"
import { useGridSelection } from "#components/grid/use-grid-selection.ts"
import { useRowFocus } from "#components/grid/use-row-focus.ts"
import { Table } from "#components/ui/table.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"

type Props = {
  readonly caption: string
  /** What one row is, in the singular. */
  readonly noun: string
  /** The first one names the row. */
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  /** Rows that the filters leave, on all pages. */
  readonly matching: number
  readonly density: Density
  readonly minWidth: number
  /** This very list, without a peek. */
  readonly listHref: string
  /** The filters as text: when they change, the selection ends. */
  readonly scope: string
  /** Slug of the row that is peeked at. */
  readonly peeked: string | null
  /** Null where nobody may act: then nothing is selected either. */
  readonly bulk: BulkAction | null
}

/** Rows of a list that the server filters, sorts and pages: drawn, walked by keys, selected and acted on. */
export function DataGrid(props: Props) {
  const { caption, noun, columns, rows, matching, density, minWidth, listHref, peeked, bulk } = props
  const router = useRouter()
  const { table, selection, isSelected, selectAll, clear } = useGridSelection(props)
  const focus = useRowFocus(rows)
  const peekHref = (row: GridRow) => withParameters(listHref, { peek: row.slug })
  const toggle = (id: string) => bulk && table.getRow(id).toggleSelected()
  const { onKeyDown } = useGridKeys({
    focus,
    toggle,
    select: (id) => bulk && table.getRow(id).toggleSelected(true),
    clear,
    peek: (row) => router.push(peekHref(row), { scroll: false }),
    mayClear: selection.count > 0,
    bulk: bulk && { ...bulk, run: () => act() },
  })
  const act = () => {
    const row = focus.current()
    const onDone = () => {
      clear()
      focus.move(0)
    }
    if (selection.count > 0) bulk?.run(selection, onDone)
    else if (row) bulk?.run({ count: 1, ids: [row.id] }, onDone)
  }
  const latest = useRef(table)
  useEffect(() => {
    latest.current = table
  })
  const onToggle = useCallback((event: React.ChangeEvent<HTMLInputElement>) => {
    latest.current.getRow(event.target.value).getToggleSelectedHandler()(event)
  }, [])
  return (
    <>
      <div data-density={density} className="group/grid rounded-panel border border-hairline bg-surface px-2">
        <Table caption={caption} minWidth={minWidth} fitsPage>
          <thead>
            <tr>
              {bulk && (
                <th
                  scope="col"
                  className="sticky top-0 z-20 w-8 border-b border-hairline bg-surface px-2 pr-0 print:hidden"
                >
                  <span className="sr-only">Selection</span>
                  <HeadBox
                    isAll={table.getIsAllRowsSelected()}
                    isSome={table.getIsSomeRowsSelected()}
                    onToggle={() => table.toggleAllRowsSelected()}
                    label={`Select the ${rows.length} rows of this page`}
                  />
                </th>
              )}
              {columns.map(({ id, label, note, sort, isNumber = false }, place) => (
                <Th
                  key={id}
                  isFirst={place === 0}
                  isNumber={isNumber}
                  note={note}
                  {...(sort ? { sort } : {})}
                >
                  {label}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody ref={focus.body} onFocus={focus.remember} onKeyDown={onKeyDown}>
            {rows.map((row) => (
              <GridRowView
                key={row.id}
                row={row}
                columns={columns}
                peekHref={peekHref(row)}
                isSelected={isSelected(row.id)}
                isPeeked={row.slug === peeked}
                isStop={focus.isStop(row.id)}
                onToggle={bulk && onToggle}
              />
            ))}
          </tbody>
        </Table>
      </div>
      {bulk && selection.count > 0 && (
        <SelectionBar
          selection={selection}
          noun={noun}
          matching={matching}
          action={bulk}
          onAct={act}
          onSelectAll={selectAll}
          onClear={clear}
        />
      )}
    </>
  )
}

function HeadBox(props: { isAll: boolean; isSome: boolean; onToggle: () => void; label: string }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = props.isSome && !props.isAll
  }, [props.isSome, props.isAll])
  return (
    <input
      ref={box}
      type="checkbox"
      checked={props.isAll}
      onChange={props.onToggle}
      aria-label={props.label}
      className="m-1 block size-4"
    />
  )
}
