import { Panel } from "#components/ui/panel.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatInstant, type Place } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"

type Due = {
  readonly waiting: number
  readonly oldest: Date | null
  readonly setAside: readonly {
    readonly accountId: string
    readonly slug: string
    readonly name: string
    readonly failedAt: Date
    readonly error: string
  }[]
}

/** Accounts of this workspace with new readings that no score knows yet, and those that could not be scored. */
export function DueScoresPanel({ due, place }: { due: Due; place: Place }) {
  const { setAside } = due
  return (
    <Panel
      title={dueFinding(due, place)}
      subtitle="This workspace alone. New readings are scored within seconds; an account that cannot be scored is tried again every hour, and when a new reading arrives."
    >
      {setAside.length > 0 && (
        <Table caption="Accounts that could not be scored" minWidth={640}>
          <thead>
            <tr>
              <Th isFirst>Account</Th>
              <Th>Failed</Th>
              <Th>Error</Th>
            </tr>
          </thead>
          <tbody>
            {setAside.map(({ accountId, slug, name, failedAt, error }) => (
              <Tr key={accountId}>
                <RowHead>
                  <TextLink href={`/accounts/${slug}`}>{name}</TextLink>
                </RowHead>
                <Td isSecondary>{formatInstant(failedAt, place)}</Td>
                <Td wraps>
                  <span className="wrap-anywhere">{error}</span>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}

function dueFinding({ waiting, oldest, setAside }: Due, place: Place): string {
  const waits =
    waiting === 0 || oldest === null
      ? "No account waits for its score"
      : `${formatCount(waiting, "account waits", "accounts wait")} for a score, the longest since ${formatInstant(oldest, place)}`
  return setAside.length === 0
    ? waits
    : `${waits}; ${formatCount(setAside.length, "account")} could not be scored`
}
