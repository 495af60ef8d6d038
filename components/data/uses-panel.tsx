import { UseList } from "#components/data/lineage-table.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { formatCount } from "#lib/format/plural.ts"
import type { Use } from "#lib/quality/lineage.ts"

/** The figures that are made from it, page by page. */
export function UsesPanel({ uses }: { uses: readonly Use[] }) {
  return (
    <Panel title={`Which pages use this? ${formatCount(uses.length, "figure")}`}>
      {uses.length > 0 ? (
        <p className="max-w-[75ch] text-14">
          <UseList uses={uses} />
        </p>
      ) : (
        <EmptyState title="No figure is made from it." />
      )}
    </Panel>
  )
}
