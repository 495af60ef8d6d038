import { HealthDefinition } from "#components/accounts/accounts-definitions.tsx"
import { SpreadBrush, SpreadFrame, SpreadRangeForm } from "#components/accounts/health-spread-parts.tsx"
import { DotColumnsPlot } from "#components/charts/dot-columns-plot.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { readHealthRange } from "#lib/accounts/health-range.ts"
import { type HealthColumn, spreadCounts, spreadTitle } from "#lib/accounts/health-spread.ts"
import { accountsHref } from "#lib/accounts/list-href.ts"
import { type AccountsQuery, accountFilterKeys } from "#lib/accounts/list-query.ts"
import { dotColumns } from "#lib/charts/dot-columns.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { bandWords } from "#lib/health/band.ts"
import type { BandEdges } from "#lib/health/schema.ts"

const highest = 100
const mostRows = 20

/** How health spreads over all accounts, those of the list marked; a range of it narrows the list. */
export function HealthSpread({
  columns,
  query,
  bands,
}: {
  columns: readonly HealthColumn[]
  query: AccountsQuery
  /** The edges of bands, where all models have the same; null where they differ. */
  bands: BandEdges | null
}) {
  const { all, matching, withoutScore } = spreadCounts(columns)
  const isFiltered = accountFilterKeys.some((key) => query[key] !== undefined)
  const title = spreadTitle(columns, isFiltered)
  const known = columns.flatMap((column) =>
    column.value === null ? [] : [{ ...column, value: column.value }],
  )
  const drawn = dotColumns(
    known.map((column) => ({ value: column.value, all: column.all, marked: column.matching })),
    mostRows,
  )
  const href = accountsHref(query, { health: undefined })
  const range = query.health ? readHealthRange(query.health) : null
  return (
    <SpreadFrame
      id="spread"
      title={title}
      subtitle={
        <>
          Health in points of 100, now.{" "}
          {drawn.perDot === 1
            ? "One dot for each of"
            : `One dot for up to ${formatNumber(drawn.perDot)} accounts of`}{" "}
          <TextLink href={accountsHref({}, { health: `0..${highest}`, lost: "hide" })}>
            {formatCount(all, "account")}
          </TextLink>
          {isFiltered && `, filled for the ${formatNumber(matching)} of this list`}.{" "}
          {withoutScore > 0 && (
            <>
              Without a score:{" "}
              <TextLink href={accountsHref({}, { band: "insufficient", lost: "hide" })}>
                {formatNumber(withoutScore)}
              </TextLink>
              .{" "}
            </>
          )}
          {bands === null && "Bands differ from model to model. "}Lost accounts are left out.
        </>
      }
      notes={<HealthDefinition />}
      table={{
        caption: "Accounts by health",
        columns: [
          { label: "Health", unit: "points", isNumber: true },
          { label: "All", unit: "accounts", isNumber: true },
          { label: "In this list", unit: "accounts", isNumber: true },
        ],
        rows: known.map((column) => ({
          key: String(column.value),
          cells: [column.value, column.all, column.matching],
        })),
      }}
    >
      <DotColumnsPlot
        drawn={drawn}
        highest={highest}
        zones={bands ? zonesOf(bands) : []}
        range={range}
        label="Accounts by health"
        summary={`${title}.`}
      >
        <SpreadBrush href={href} />
      </DotColumnsPlot>
      <SpreadRangeForm range={range} href={href} />
    </SpreadFrame>
  )
}

const zonesOf = ({ redUpTo, yellowUpTo }: BandEdges) => [
  { upTo: redUpTo, label: `${bandWords.red.label}, to ${redUpTo}` },
  { upTo: yellowUpTo, label: `${bandWords.yellow.label}, ${redUpTo + 1} to ${yellowUpTo}` },
  { upTo: highest, label: `${bandWords.green.label}, from ${yellowUpTo + 1}` },
]
