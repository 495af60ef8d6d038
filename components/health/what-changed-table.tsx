import { measureValue } from "#components/health/measure-value.ts"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatSigned } from "#lib/format/number.ts"
import type { ChangeCause, ChangePart, ScoreChange } from "#lib/health/what-changed.ts"

/** What to say beside a measure whose points moved without a new value; nothing for the plain case. */
const causes: Record<ChangeCause, string> = {
  value: "",
  missing: "no longer known",
  stale: "too old",
  returned: "known again",
  share: "weight shifted",
  model: "new model version",
  veto: "",
}

/** Why the score moved since a day: parts that add up to the difference, the largest first. */
export function WhatChangedTable({
  change,
  since,
  compared,
  today,
  units,
}: {
  change: ScoreChange
  /** Day of the score compared with. */
  since: string
  /** The score against earlier ones, in words. */
  compared: string | null
  today: string
  /** Unit of each measure by its key. */
  units: ReadonlyMap<string, string>
}) {
  const day = formatDay(since, today)
  if (change.difference === null) {
    return (
      <Panel id="changed" title="What changed cannot be said">
        <EmptyState title={`There is no score for ${day} or for today to compare.`} />
      </Panel>
    )
  }
  return (
    <Panel
      id="changed"
      title={`What changed: ${compared ?? `since ${day}`}`}
      subtitle={`The points below add up to the change since ${day}.`}
    >
      {change.parts.length === 0 ? (
        <EmptyState title="No part of the score moved." />
      ) : (
        <Table caption={`What changed in the health score since ${day}`}>
          <thead>
            <tr>
              <Th isFirst>Measure</Th>
              <Th>Before to now</Th>
              <Th isNumber>Points</Th>
            </tr>
          </thead>
          <tbody>
            {change.parts.map((part) => (
              <ChangeRow key={part.measureKey ?? part.cause} part={part} units={units} />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}

function ChangeRow({ part, units }: { part: ChangePart; units: ReadonlyMap<string, string> }) {
  const unit = units.get(part.measureKey ?? "") ?? ""
  return (
    <Tr>
      <RowHead>
        <span className="block max-w-44 whitespace-normal">{part.label}</span>
        {causes[part.cause] && <span className="block text-12 text-muted">{causes[part.cause]}</span>}
      </RowHead>
      <Td isSecondary>{beforeAndNow(part, unit)}</Td>
      <Td isNumber>{formatSigned(part.points, 1)}</Td>
    </Tr>
  )
}

function beforeAndNow({ before, after }: ChangePart, unit: string): string {
  if (before === null && after === null) return ""
  const value = (raw: ChangePart["before"]) => (raw === null ? "not known" : measureValue(raw, unit))
  return before === after ? value(after) : `${value(before)} to ${value(after)}`
}
