import { type RetryInput, RetryRun } from "#components/jobs/retry-run.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { formatInstant, type Place } from "#lib/format/instant.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { Verb } from "#lib/verb.ts"

export type FailureRow = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly failedAt: Date
  readonly error: string
  readonly attempts: number
  readonly retryAt: Date | null
}

/** Runs that failed in the last week: why, and what comes next. */
export function FailuresPanel({
  rows,
  place,
  retryAction,
}: {
  rows: readonly FailureRow[]
  place: Place
  retryAction: Verb<RetryInput, unknown>
}) {
  return (
    <Panel
      title={rows.length === 0 ? "No run failed in the last 7 days" : formatCount(rows.length, "failed run")}
      subtitle={rows.length > 0 && "Last 7 days, newest first."}
    >
      {rows.length > 0 && (
        <Table caption="Failed runs" minWidth={800}>
          <thead>
            <tr>
              <Th isFirst>Job</Th>
              <Th>Failed</Th>
              <Th>Error</Th>
              <Th isNumber>Tries</Th>
              <Th>Next try</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, title, failedAt, error, attempts, retryAt }) => (
              <Tr key={id}>
                <RowHead>{title}</RowHead>
                <Td isSecondary>{formatInstant(failedAt, place)}</Td>
                <Td wraps>
                  <span className="wrap-anywhere">{error}</span>
                </Td>
                <Td isNumber>{formatNumber(attempts)}</Td>
                <Td isSecondary>
                  {retryAt ? (
                    formatInstant(retryAt, place)
                  ) : (
                    <RetryRun run={{ name, jobId: id }} title={title} retryAction={retryAction} />
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
