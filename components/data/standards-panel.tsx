import { type StandardRow, StandardsTable } from "#components/data/standards-table.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { standardsFinding } from "#lib/quality/findings.ts"

export function StandardsPanel({
  rows,
  today,
  mayWrite,
}: {
  rows: readonly StandardRow[]
  today: string
  mayWrite: boolean
}) {
  const nobody = rows.length > 0 && rows.every(({ ownerName }) => ownerName === null)
  return (
    <Panel
      title={standardsFinding(rows.map(({ standing }) => standing))}
      subtitle={`Share of rows that meet each standard, today. What fails stands first.${nobody ? " No standard has an owner yet." : ""}`}
      actions={mayWrite && <ButtonLink href="/data/standards/new">Set a standard</ButtonLink>}
    >
      {rows.length > 0 ? (
        <StandardsTable rows={rows} today={today} />
      ) : (
        <EmptyState title="The standards will be here">
          Every workspace begins with some: they are made when the quality is measured for the first time,
          within ten minutes, or at once with “Measure now”.
        </EmptyState>
      )}
    </Panel>
  )
}
