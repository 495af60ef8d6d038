import { FreshnessChart } from "#components/data/freshness-chart.tsx"
import type { SourceRow } from "#components/data/source-row.ts"
import { Panel } from "#components/ui/panel.tsx"
import { freshnessFindingOfAll } from "#lib/quality/findings.ts"

export function FreshnessPanel({ rows, today }: { rows: readonly SourceRow[]; today: string }) {
  return (
    <Panel
      id="freshness"
      title={freshnessFindingOfAll(rows)}
      subtitle="Age of each source over the last 30 days, in days. The dashed line is what it promised."
    >
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-x-8 gap-y-6">
        {rows.map(({ key, name, standing, points, finding, promise }) => (
          <FreshnessChart
            key={key}
            source={key}
            name={name}
            state={standing.state}
            points={points}
            finding={finding}
            promiseHours={promise?.hours ?? null}
            today={today}
          />
        ))}
      </div>
    </Panel>
  )
}
