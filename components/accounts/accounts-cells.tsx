import type { AccountRow } from "#components/accounts/account-row.ts"
import type { AccountColumnId } from "#components/accounts/accounts-columns.tsx"
import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import type { GridRow } from "#components/grid/grid-model.ts"
import { HealthBadge } from "#components/health/health-badge.tsx"
import type { ReasonParts } from "#components/health/reason-words.ts"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { lifecycleStageNames } from "#lib/accounts/schema.ts"
import { daysBetween } from "#lib/format/calendar-day.ts"
import { formatShortDay } from "#lib/format/day.ts"
import { formatColumnMoney } from "#lib/format/money.ts"
import { formatNumber, formatSigned, noBreak } from "#lib/format/number.ts"
import { formatShare } from "#lib/format/percent.ts"

const reasonsShown = 2

type Shown = { readonly today: string }

const cells: Readonly<
  Record<Exclude<AccountColumnId, "name">, (row: AccountRow, shown: Shown) => React.ReactNode>
> = {
  health: (row) => <Health row={row} />,
  weeks: ({ weeks }) => <Weeks weeks={weeks} />,
  change: (row) => <Change row={row} />,
  why: ({ reasons }) => <Reasons reasons={reasons.slice(0, reasonsShown)} />,
  exposure: ({ exposureCents, currency }) =>
    exposureCents !== null && formatColumnMoney(exposureCents, currency),
  arr: ({ arrCents, currency }) => arrCents !== null && formatColumnMoney(arrCents, currency),
  renewal: ({ renewsOn }, { today }) => renewsOn && <Renewal on={renewsOn} today={today} />,
  stage: ({ stage }) => stage && lifecycleStageNames[stage],
  contact: ({ lastContactOn }, { today }) => lastContactOn && formatShortDay(lastContactOn, today),
  owner: ({ ownerName }) => <span className="block max-w-24 truncate 2xl:max-w-48">{ownerName}</span>,
  segment: ({ segment }) => segment,
}

/** An account as a row of the grid, with the cells of the columns that are shown. */
export function accountGridRow(row: AccountRow, shown: readonly string[], today: string): GridRow {
  const wanted = Object.entries(cells).filter(([id]) => shown.includes(id))
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    href: `/accounts/${row.slug}`,
    cells: Object.fromEntries(wanted.map(([id, cell]) => [id, cell(row, { today })])),
  }
}

function Health({ row }: { row: AccountRow }) {
  return (
    <span className="flex items-center gap-2 text-12 text-muted tabular-nums">
      {row.isLost ? (
        <StatusMark status="unknown">
          {row.health !== null && <span className="min-w-4 text-right text-14">{row.health}</span>}
          Lost
        </StatusMark>
      ) : (
        <HealthBadge value={row.health} band={row.band} plain={row.band !== "red"} />
      )}
      {row.isJudged && "judged"}
      {row.health !== null && row.coverage < 1 && (
        <span>
          {formatShare(row.coverage)}{" "}
          <span className="block group-data-[density=compact]/grid:inline">of data</span>
        </span>
      )}
    </span>
  )
}

/**
 * Since last week a signal in points, anything less in a word; in a period that was asked for every change, and beside
 * it the one compared with.
 */
function Change({ row: { health, changeIn, signalChange, hasNoWeekAgo } }: { row: AccountRow }) {
  const points = changeIn ? changeIn.change : signalChange
  if (!changeIn && points === null && health !== null)
    return <span className="text-12 text-muted">{hasNoWeekAgo ? "not known" : "routine"}</span>
  return (
    <>
      {points !== null && `${formatSigned(points)}${noBreak}pt`}
      {changeIn && changeIn.before !== null && (
        <span className="block text-12 text-muted group-data-[density=compact]/grid:hidden">
          before {formatSigned(changeIn.before)}
        </span>
      )}
    </>
  )
}

function Weeks({ weeks }: Pick<AccountRow, "weeks">) {
  const values = weeks.map(({ value }) => value)
  if (values.every((value) => value === null)) return null
  const judged = weeks.map(({ isJudged }) => isJudged)
  return (
    <Sparkline
      values={values}
      judged={judged}
      label={seriesSummary({ name: "Health", values, judged, period: "week" })}
      width={64}
      height={20}
    />
  )
}

/**
 * One reason a line: two fit into a row of ordinary height, one into a compact one. They take what width their column
 * has and ask for none; where it is too little the name is cut, never the value.
 */
function Reasons({ reasons }: { reasons: readonly ReasonParts[] }) {
  return reasons.map(({ name, value }, place) => (
    <span
      key={name}
      title={`${name} ${value}`.trim()}
      className={`flex w-0 min-w-full gap-x-1 text-12 text-ink-2 ${place > 0 ? "group-data-[density=compact]/grid:hidden" : ""}`}
    >
      <span className="min-w-0 truncate">{name}</span>{" "}
      {value !== "" && <span className="max-w-3/5 shrink-0 truncate tabular-nums">{value}</span>}
    </span>
  ))
}

const daysWithoutYear = 300

/** The year is left out where the days that are left say which one it is. */
function Renewal({ on, today }: { on: string; today: string }) {
  const days = daysBetween(today, on)
  const distance = `${formatNumber(Math.abs(days))}${noBreak}d${days < 0 ? " ago" : ""}`
  return (
    <>
      {formatShortDay(on, Math.abs(days) < daysWithoutYear ? on : today)}
      {Math.abs(days) < daysWithoutYear && <span className="text-13 text-muted"> ({distance})</span>}
    </>
  )
}
