import { ConvertAmounts } from "#components/imports/convert-amounts.tsx"
import { withFullStop } from "#components/imports/full-stop.ts"
import { isOfMapping } from "#components/imports/mapping-problems.ts"
import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { repairFields } from "#components/imports/read-repair-form.ts"
import { ReplaceWords } from "#components/imports/replace-words.tsx"
import { Chip } from "#components/ui/chip.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { Problem } from "#lib/imports/schema.ts"
import type { Repair } from "#lib/imports/settings.ts"

/** One kind of problem: what is wrong and how often, where, and what can be done about all of it at once. */
export function ProblemCard({
  problem,
  action,
  choices,
  mapHref,
}: {
  problem: Problem
  /** Where a chosen repair is sent; null once nothing can be decided any more. */
  action: string | null
  /** The words that the column's field knows, when it knows only some. */
  choices?: readonly string[] | undefined
  /** Where the columns are mapped; absent once that cannot be done any more. */
  mapHref?: string | undefined
}) {
  const { severity, what, count, column, samples, expected, fix, repairs, values } = problem
  const isError = severity === "error"
  const isOfWords = repairs.some(({ repair }) => wordRepairs.has(repair.do))
  const hidden = count - samples.length
  return (
    <article
      aria-label={what}
      className="flex flex-col gap-3 rounded-panel border border-hairline bg-surface p-4"
    >
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h3 className="text-14 font-semibold wrap-anywhere">{what}</h3>
          <p className="text-13 text-muted wrap-anywhere">
            {!isOfMapping(problem) &&
              `${formatCount(count, "place")}${column === null ? "" : ` in column “${column}”`}. `}
            {withFullStop(fix)}
          </p>
        </div>
        <StatusMark status={isError ? "act" : "watch"}>{isError ? "Error" : "Warning"}</StatusMark>
      </header>
      {samples.length > 0 && (
        <Table caption={`Where: ${what}`} minWidth={480}>
          <thead>
            <tr>
              <Th isFirst>Row</Th>
              <Th>Found</Th>
              <Th>Expected</Th>
            </tr>
          </thead>
          <tbody>
            {samples.map(({ row, found }) => (
              <Tr key={`${row} ${found}`}>
                <RowHead>
                  <span className="tabular-nums">{formatNumber(row)}</span>
                </RowHead>
                <Td wraps>
                  <bdi className="wrap-anywhere">{found === "" ? "(blank)" : found}</bdi>
                </Td>
                <Td wraps isSecondary>
                  {expected}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {samples.length > 0 && hidden > 0 && (
        <p className="text-13 text-muted tabular-nums">and {formatCount(hidden, "more place")}</p>
      )}
      {values.length > 1 && <FoundValues values={values} />}
      {action && repairs.length > 0 && (
        <PostForm
          action={action}
          label={`Repairs for: ${what}`}
          className="flex flex-wrap items-center gap-2 print:hidden"
        >
          {offered(problem).map(({ label, repair }, place) => (
            <span key={label} className="inline-flex items-center gap-1">
              <PostButton
                name={repairFields.repair}
                value={JSON.stringify(repair)}
                variant={place === 0 ? "secondary" : "quiet"}
                pendingLabel="Checking again…"
              >
                {label}
              </PostButton>
              {place === 0 && repairs.length > 1 && <Chip>Recommended</Chip>}
            </span>
          ))}
        </PostForm>
      )}
      {action && isOfWords && problem.columnIndex !== null && values.length > 0 && (
        <ReplaceWords action={action} column={problem.columnIndex} values={values} choices={choices} />
      )}
      {action && problem.kind === "other_currency" && problem.columnIndex !== null && (
        <ConvertAmounts action={action} column={problem.columnIndex} values={values} />
      )}
      {isError && repairs.length === 0 && (
        <p className="text-13 text-ink-2">
          {!isOfMapping(problem) ? (
            "Only the file itself can be corrected here: mend it and choose it again."
          ) : mapHref ? (
            <TextLink href={mapHref}>Say which column it is in the step Map</TextLink>
          ) : (
            "Import the file again and say in the step Map which column it is."
          )}
        </p>
      )}
    </article>
  )
}

const wordRepairs: ReadonlySet<Repair["do"]> = new Set(["replace", "replace_words", "blank"])

/** The recommended choice and what holds for all of it; other single words are replaced one by one. */
const offered = ({ repairs }: Problem) =>
  repairs.filter(({ repair }, place) => place === 0 || repair.do !== "replace")

const shownValues = 12

function FoundValues({ values }: { values: Problem["values"] }) {
  const hidden = values.length - shownValues
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-13 text-ink-2">
      <span className="text-muted">Found:</span>
      {values.slice(0, shownValues).map(({ found, count }) => (
        <span key={found} className="rounded-tag bg-sunken px-2 py-0.5 text-12 wrap-anywhere">
          <bdi>{found === "" ? "(blank)" : found}</bdi>{" "}
          <span className="tabular-nums text-muted">× {formatNumber(count)}</span>
        </span>
      ))}
      {hidden > 0 && <span className="text-muted">and {formatNumber(hidden)} more</span>}
    </p>
  )
}
