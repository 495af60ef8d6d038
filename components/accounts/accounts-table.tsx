import type { AccountRow } from "#components/accounts/account-row.ts"
import { HealthBadge } from "#components/health/health-badge.tsx"
import { DefinitionPopover } from "#components/ui/definition-popover.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { accountSort } from "#lib/accounts/list-href.ts"
import type { AccountSortKey, AccountsQuery } from "#lib/accounts/list-query.ts"
import { daysBetween } from "#lib/format/calendar-day.ts"
import { formatDay, formatShortDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatNumber, formatSigned, noBreak } from "#lib/format/number.ts"
import { formatShare } from "#lib/format/percent.ts"

const reasonsShown = 2

/** Which accounts need attention, and why: one row each, the reasons in words. */
export function AccountsTable({
  rows,
  query,
  today,
}: {
  rows: readonly AccountRow[]
  query: AccountsQuery
  /** Calendar day of the reader, `YYYY-MM-DD`. */
  today: string
}) {
  const sort = (key: AccountSortKey) => accountSort(query, key)
  return (
    <div className="rounded-panel border border-hairline bg-surface px-2">
      <Table caption="Accounts" minWidth={1120} fitsPage>
        <thead>
          <tr>
            <Th isFirst sort={sort("name")}>
              Account
            </Th>
            <Th sort={sort("health")} note={<HealthDefinition />}>
              Health
            </Th>
            <Th isNumber note={<ChangeDefinition />}>
              Change
            </Th>
            <Th>Why</Th>
            <Th isNumber sort={sort("arr")}>
              ARR
            </Th>
            <Th sort={sort("renewal")}>Renewal</Th>
            <Th sort={sort("owner")}>Owner</Th>
            <Th sort={sort("contact")}>Last contact</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AccountTableRow key={row.id} row={row} today={today} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function AccountTableRow({ row, today }: { row: AccountRow; today: string }) {
  return (
    <Tr>
      <RowHead>
        <span className="-mx-1 block max-w-46 truncate px-1 py-1 2xl:max-w-64" title={row.name}>
          <TextLink href={`/accounts/${row.slug}`}>{row.name}</TextLink>
        </span>
      </RowHead>
      <Td>
        <span className="flex items-center gap-2 text-12 text-muted tabular-nums">
          {row.isLost ? (
            <StatusMark status="unknown">
              {row.health !== null && <span className="min-w-4 text-right text-14">{row.health}</span>}
              Lost
            </StatusMark>
          ) : (
            <HealthBadge value={row.health} band={row.band} plain={row.band === "green"} />
          )}
          {row.isJudged && "judged"}
          {row.coverage < 1 && `${formatShare(row.coverage)} known`}
        </span>
      </Td>
      <Td isNumber>{row.signalChange !== null && formatSigned(row.signalChange)}</Td>
      <Td>
        <Reasons words={row.reasons.slice(0, reasonsShown)} />
      </Td>
      <Td isNumber>{row.arrCents !== null && formatMoney(row.arrCents, row.currency)}</Td>
      <Td>{row.renewsOn && <Renewal on={row.renewsOn} today={today} />}</Td>
      <Td isSecondary>{row.ownerName}</Td>
      <Td isSecondary>{row.lastContactOn && formatDay(row.lastContactOn, today)}</Td>
    </Tr>
  )
}

/** One reason a line: two fit into a row of ordinary height. */
function Reasons({ words }: { words: readonly string[] }) {
  return words.map((reason) => (
    <span key={reason} className="block text-12 text-ink-2">
      {reason}
    </span>
  ))
}

function Renewal({ on, today }: { on: string; today: string }) {
  const days = daysBetween(today, on)
  const distance = `${formatNumber(Math.abs(days))}${noBreak}d${days < 0 ? " ago" : ""}`
  return (
    <>
      {formatShortDay(on, today)} <span className="text-13 text-muted">({distance})</span>
    </>
  )
}

function HealthDefinition() {
  return (
    <DefinitionPopover term="Health">
      <p>
        0 to 100, higher is better: a baseline of 50 plus the points of each measure. 50 and less is “Act
        now”, up to 75 is “Watch”, above is “Good”.
      </p>
      <p>Without enough fresh measures there is no score. An account's page lists its parts.</p>
      <p>“Lost” is a customer that has left: its lifecycle stage is “Churned”. It needs no attention.</p>
    </DefinitionPopover>
  )
}

function ChangeDefinition() {
  return (
    <DefinitionPopover term="Change">
      <p>
        Points since last week, shown only when the move lies outside what this account's score does by
        itself.
      </p>
    </DefinitionPopover>
  )
}
