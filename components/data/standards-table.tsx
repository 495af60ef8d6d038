import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { verdictWords } from "#components/data/verdicts.ts"
import { DefinitionPopover } from "#components/ui/definition-popover.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatShortDay } from "#lib/format/day.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatShare } from "#lib/format/percent.ts"
import { respectWords, shareWords } from "#lib/quality/asked-words.ts"
import type { DescribedStandard } from "#lib/quality/describe-standard.ts"
import type { QualityDimension } from "#lib/quality/dimensions.ts"
import { pagesOf } from "#lib/quality/lineage.ts"

export type StandardRow = DescribedStandard & {
  readonly id: string
  readonly dimension: QualityDimension
  readonly atLeast: number
  readonly withinDays: number | null
  readonly ownerName: string | null
}

/**
 * Every standard with the share that meets it, against what is asked; what fails stands first. The owners are left out
 * while there is none.
 */
export function StandardsTable({ rows, today }: { rows: readonly StandardRow[]; today: string }) {
  const withOwner = rows.some(({ ownerName }) => ownerName !== null)
  return (
    <Table caption="Quality standards" minWidth={1100}>
      <thead>
        <tr>
          <Th isFirst>Field</Th>
          <Th>Is to be</Th>
          <Th note={<StateDefinition />}>State</Th>
          <Th isNumber note={<ShareDefinition />}>
            Share
          </Th>
          <Th isNumber>Asked</Th>
          <Th isNumber>Rows</Th>
          <Th>30 days</Th>
          <Th isNumber>Failing rows</Th>
          <Th>Fails since</Th>
          <Th>Shown on</Th>
          {withOwner && <Th>Owner</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <StandardTableRow key={row.id} row={row} withOwner={withOwner} today={today} />
        ))}
      </tbody>
    </Table>
  )
}

const fewestForShare = 5

function StandardTableRow({
  row,
  withOwner,
  today,
}: {
  row: StandardRow
  withOwner: boolean
  today: string
}) {
  const { standing } = row
  const { status, word } = verdictWords[standing.verdict]
  const rows = standing.newest?.rows ?? 0
  const href = `/data/standards/${row.id}`
  return (
    <Tr>
      <RowHead>
        <TextLink href={href}>
          <bdi>{row.label}</bdi>
          <span className="sr-only">, {respectWords(row)}</span>
        </TextLink>
      </RowHead>
      <Td>{respectWords(row)}</Td>
      <Td>
        <StatusMark status={status} plain={status !== "watch"}>
          {word}
        </StatusMark>
      </Td>
      <Td isNumber>{standing.share !== null && rows >= fewestForShare && shareWords(standing.share)}</Td>
      <Td isNumber isSecondary>
        {formatShare(row.atLeast)}
      </Td>
      <Td isNumber>{standing.newest && formatNumber(rows)}</Td>
      <Td>
        {row.trend.some((value) => value !== null) && (
          <Sparkline
            values={row.trend}
            status={status === "watch" ? "watch" : undefined}
            label={seriesSummary({
              name: `${row.label}, share in percent`,
              values: row.trend,
              period: "day",
              digits: 1,
            })}
            width={80}
          />
        )}
      </Td>
      <Td isNumber>
        {standing.failing > 0 && <TextLink href={`${href}#rows`}>{formatNumber(standing.failing)}</TextLink>}
      </Td>
      <Td>{standing.failsSince && failsSinceWords(standing.failsSince, standing.mayBeOlder, today)}</Td>
      <Td isSecondary>
        <span className="block max-w-32 truncate 2xl:max-w-64" title={pagesOf(row.uses).join(", ")}>
          {pagesOf(row.uses).join(", ")}
        </span>
      </Td>
      {withOwner && <Td isSecondary>{row.ownerName ?? "unassigned"}</Td>}
    </Tr>
  )
}

/** "3 Nov", or "3 Nov or before" where nobody measured earlier. */
const failsSinceWords = (day: string, mayBeOlder: boolean, today: string): string =>
  `${formatShortDay(day, today)}${mayBeOlder ? " or before" : ""}`

function StateDefinition() {
  return (
    <DefinitionPopover term="State of a standard">
      <p>
        Met when the share of rows reaches what is asked. Each day is judged by what was asked on that day;
        “Fails since” is the first day of the unbroken run of days that failed.
      </p>
    </DefinitionPopover>
  )
}

function ShareDefinition() {
  return (
    <DefinitionPopover term="Share">
      <p>
        Rows that meet the standard, of all rows that it is about. Churned accounts are left out. Measured
        every hour and soon after data changed; under {fewestForShare} rows no share is said.
      </p>
    </DefinitionPopover>
  )
}
