import { type LineageRow, LineageTable } from "#components/data/lineage-table.tsx"
import { Panel } from "#components/ui/panel.tsx"

export function LineagePanel({ rows }: { rows: readonly LineageRow[] }) {
  return (
    <Panel
      id="lineage"
      title="Which pages use this?"
      subtitle="Every measure and field: the sources that tell it, the health models that score it, the figures that show it."
    >
      <LineageTable rows={rows} />
    </Panel>
  )
}
