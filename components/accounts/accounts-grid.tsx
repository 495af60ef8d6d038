"use client"

import { lazy, Suspense, useState } from "react"
import type { OwnerVerbs } from "#components/accounts/owner-dialog.tsx"
import { DataGrid } from "#components/grid/data-grid.tsx"
import type { Density, GridColumn, GridRow, GridSelection } from "#components/grid/grid-model.ts"
import { formatCount } from "#lib/format/plural.ts"

// Comes when it is asked for: the list is there without it.
const OwnerDialog = lazy(() =>
  import("#components/accounts/owner-dialog.tsx").then(({ OwnerDialog: component }) => ({
    default: component,
  })),
)

type Asked = { readonly selection: GridSelection; readonly onDone: () => void }

/** The list of accounts as a grid, and what can be done with the selected ones: giving them an owner. */
export function AccountsGrid({
  owner,
  ...grid
}: {
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  matching: number
  density: Density
  minWidth: number
  listHref: string
  scope: string
  peeked: string | null
  /** Null for whoever may not change accounts. */
  owner: OwnerVerbs | null
}) {
  const [asked, ask] = useState<Asked | null>(null)
  return (
    <>
      <DataGrid
        caption="Accounts"
        noun="account"
        {...grid}
        bulk={
          owner && {
            key: "A",
            words: "Assign owner",
            label: (count) => `Assign ${formatCount(count, "account")}`,
            most: owner.most,
            run: (selection, onDone) => ask({ selection, onDone }),
          }
        }
      />
      {owner && asked && (
        <Suspense>
          <OwnerDialog
            verbs={owner}
            selection={asked.selection}
            onClose={(isDone) => {
              if (isDone) asked.onDone()
              ask(null)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
