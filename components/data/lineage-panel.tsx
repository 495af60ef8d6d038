import { type LineageRow, LineageTable } from "#components/data/lineage-table.tsx"
import { Panel } from "#components/ui/panel.tsx"

export function LineagePanel({ rows }: { rows: readonly LineageRow[] }) {
  return (
    <Panel
      id="lineage"
      title="Which pages use this?"
      subtitle="Who tells each measure and field, which models score it, which figures show it."
    >
      <LineageTable rows={rows} />
    </Panel>
  )
}
