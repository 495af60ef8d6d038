import { HealthBadge } from "#components/health/health-badge.tsx"
import { bookNumberNames } from "#components/home/book-number-words.ts"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatInstant, type Place } from "#lib/format/instant.ts"
import { formatColumnMoney } from "#lib/format/money.ts"
import { formatNumber } from "#lib/format/number.ts"
import type { BookAccount } from "#lib/today/book-account.ts"
import type { BookNumberKey } from "#lib/today/book-numbers.ts"
import { type TouchpointType, touchpointTypeNames } from "#lib/touchpoints/schema.ts"

type Touchpoint = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly type: TouchpointType
  readonly happenedAt: Date
  readonly personName: string | null
}

/** The rows of a number of the book that the list of accounts cannot show. */
export type BookRows =
  | { readonly of: "touchpoints"; readonly rows: readonly Touchpoint[]; readonly all: number }
  | {
      readonly of: Exclude<BookNumberKey, "touchpoints">
      readonly rows: readonly BookAccount[]
      readonly all: number
    }

export function BookRowsPanel({
  book,
  place,
  today,
  currency,
}: {
  book: BookRows
  place: Place
  today: string
  currency: string
}) {
  const { of, rows, all } = book
  const name = bookNumberNames[of]
  const cut = rows.length < all ? `, the first ${formatNumber(rows.length)} here` : ""
  return (
    <Panel id="rows" title={`${name}: ${formatNumber(all)} ${all === 1 ? "row" : "rows"}${cut}`}>
      {rows.length === 0 ? (
        <EmptyState title="None." />
      ) : (
        <Table caption={name} minWidth={640}>
          {of === "touchpoints" ? (
            <TouchpointRows rows={book.rows} place={place} />
          ) : (
            <AccountRows rows={book.rows} today={today} currency={currency} />
          )}
        </Table>
      )}
    </Panel>
  )
}

function TouchpointRows({ rows, place }: { rows: readonly Touchpoint[]; place: Place }) {
  return (
    <>
      <thead>
        <tr>
          <Th isFirst>Account</Th>
          <Th>When</Th>
          <Th>What</Th>
          <Th>Who</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, slug, name, type, happenedAt, personName }) => (
          <Tr key={id}>
            <AccountHead slug={slug} name={name} />
            <Td>{formatInstant(happenedAt, place)}</Td>
            <Td>{touchpointTypeNames[type]}</Td>
            <Td isSecondary>{personName}</Td>
          </Tr>
        ))}
      </tbody>
    </>
  )
}

function AccountRows({
  rows,
  today,
  currency,
}: {
  rows: readonly BookAccount[]
  today: string
  currency: string
}) {
  return (
    <>
      <thead>
        <tr>
          <Th isFirst>Account</Th>
          <Th>Health</Th>
          <Th isNumber>ARR</Th>
          <Th>Renewal</Th>
          <Th>Owner</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, slug, name, health, countedBand, arrCents, renewsOn, ownerName }) => (
          <Tr key={id}>
            <AccountHead slug={slug} name={name} />
            <Td>
              <HealthBadge value={health} band={countedBand} plain={countedBand === "green"} />
            </Td>
            <Td isNumber>{arrCents !== null && formatColumnMoney(arrCents, currency)}</Td>
            <Td>{renewsOn && formatDay(renewsOn, today)}</Td>
            <Td isSecondary>{ownerName ?? "unassigned"}</Td>
          </Tr>
        ))}
      </tbody>
    </>
  )
}

const AccountHead = ({ slug, name }: { slug: string; name: string }) => (
  <RowHead>
    <span className="-mx-1 block truncate px-1 py-1" title={name}>
      <TextLink href={`/accounts/${slug}`}>{name}</TextLink>
    </span>
  </RowHead>
)
