import { measureValue } from "#components/health/measure-value.ts"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatNumber, formatSigned, noBreak } from "#lib/format/number.ts"
import { formatAge } from "#lib/format/relative-days.ts"
import { featureUnit } from "#lib/health/feature-words.ts"
import { sumTenths } from "#lib/health/round-parts.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import type { HealthScore, ScorePart } from "#lib/health/score-schema.ts"

export type ExplainedModel = Pick<HealthModel, "name" | "groups" | "measures">

/** Every part of the score in its group: what was read, what it is worth, how old it is, where it is from. */
export function ScorePartsTable({ score, model }: { score: HealthScore; model: ExplainedModel }) {
  const units = new Map(model.measures.map((measure) => [measure.key, featureUnit(measure)]))
  return (
    <Table caption="Parts of the health score" minWidth={640}>
      <thead>
        <tr>
          <Th isFirst>Measure</Th>
          <Th isNumber>Value</Th>
          <Th isNumber>Score, 0–100</Th>
          <Th isNumber>Weight</Th>
          <Th isNumber>Points</Th>
          <Th>Age</Th>
          <Th>Source</Th>
        </tr>
      </thead>
      {model.groups.map((group) => {
        const parts = score.parts.filter((part) => part.groupKey === group.key)
        return (
          <tbody key={group.key}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={4}
                className="h-7 border-b px-2 pt-2 text-left text-12 font-medium text-ink-2"
              >
                {group.label}
              </th>
              <td className="h-7 border-b px-2 pt-2 text-right text-12 font-medium text-ink-2">
                {parts.some((part) => part.state === "used") &&
                  formatSigned(sumTenths(parts.map((part) => part.points)), 1)}
              </td>
              <td colSpan={2} className="h-7 border-b" />
            </tr>
            {parts.map((part) => (
              <PartRow key={part.measureKey} part={part} unit={units.get(part.measureKey) ?? ""} />
            ))}
          </tbody>
        )
      })}
    </Table>
  )
}

const notCounted = { missing: "Missing, not counted", stale: "Too old, not counted" } as const

function PartRow({ part, unit }: { part: ScorePart; unit: string }) {
  return (
    <Tr>
      <RowHead>
        <span className="[&>a]:inline-block [&>a]:py-1">
          <TextLink href={`#signal-${encodeURIComponent(part.measureKey)}`}>{part.label}</TextLink>
        </span>
        {part.n !== undefined && <span className="text-ink-2">, n = {formatNumber(part.n)}</span>}
      </RowHead>
      <Td isNumber>{measureValue(part.raw, unit)}</Td>
      {part.state === "used" ? (
        <>
          <Td isNumber>{part.measureScore !== null && formatNumber(part.measureScore)}</Td>
          <Td isNumber>
            {formatNumber(part.weight, 1)}
            {noBreak}%
          </Td>
          <Td isNumber>{formatSigned(part.points, 1)}</Td>
        </>
      ) : (
        <td colSpan={3} className="h-9 border-b px-2 text-right group-hover:bg-sunken">
          <StatusMark status="unknown">{notCounted[part.state]}</StatusMark>
        </td>
      )}
      <Td isSecondary>{part.ageDays !== null && formatAge(part.ageDays)}</Td>
      <Td isSecondary>{part.source}</Td>
    </Tr>
  )
}
