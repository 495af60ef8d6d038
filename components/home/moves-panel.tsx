import { HealthBadge } from "#components/health/health-badge.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatNumber, formatSigned } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { ScoreMove } from "#lib/today/score-moves.ts"

export type ShownMove = ScoreMove & { readonly reason: string | null }

/** What moved since yesterday, or in a period, beyond noise: from, to, and the strongest reason. */
export function MovesPanel({
  moves,
  all,
  period,
}: {
  moves: readonly ShownMove[]
  all: number
  /** "4 weeks"; null for since yesterday. */
  period: string | null
}) {
  return (
    <Panel
      title={finding(moves, all, period)}
      subtitle={`Health, 0 to 100, of today and of ${period === null ? "the day before" : "the day before the period began"}; moves inside an account's usual range are left out.`}
    >
      {moves.length > 0 && (
        <Table caption={`Health scores that moved ${inPeriod(period)}`} minWidth={640}>
          <thead>
            <tr>
              <Th isFirst>Account</Th>
              <Th isNumber>{period === null ? "Yesterday" : "Before"}</Th>
              <Th>Today</Th>
              <Th isNumber>Points</Th>
              <Th>Strongest reason</Th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ id, slug, name, band, from, to, reason }) => (
              <Tr key={id}>
                <RowHead>
                  <span className="-mx-1 block truncate px-1 py-1" title={name}>
                    <TextLink href={`/accounts/${slug}`}>{name}</TextLink>
                  </span>
                </RowHead>
                <Td isNumber>{from}</Td>
                <Td>
                  <HealthBadge value={to} band={band} plain={band !== "red"} />
                </Td>
                <Td isNumber>{formatSigned(to - from)}</Td>
                <Td isSecondary>{reason}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}

const inPeriod = (period: string | null): string => (period === null ? "since yesterday" : `in ${period}`)

function finding(moves: readonly ScoreMove[], all: number, period: string | null): string {
  if (all === 0) return `No score moved beyond noise ${inPeriod(period)}`
  const first = moves.length < all ? `, the largest ${formatNumber(moves.length)} of them here` : ""
  return `${formatCount(all, "score")} moved beyond noise ${inPeriod(period)}${first}`
}
