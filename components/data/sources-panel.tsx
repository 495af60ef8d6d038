import type { SourceRow } from "#components/data/source-row.ts"
import { SourcesTable } from "#components/data/sources-table.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { sourcesFinding } from "#lib/quality/findings.ts"

export function SourcesPanel({ rows, today }: { rows: readonly SourceRow[]; today: string }) {
  const nobody = rows.every(({ ownerName }) => ownerName === null)
  return (
    <Panel
      title={sourcesFinding(rows.map(({ standing }) => standing))}
      subtitle={`Judged by the age of what they told, now. What needs somebody stands first.${nobody ? " No source has an owner yet." : ""}`}
    >
      <SourcesTable rows={rows} today={today} />
    </Panel>
  )
}
