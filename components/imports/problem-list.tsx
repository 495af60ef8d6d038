import { ProblemCard } from "#components/imports/problem-card.tsx"
import { formatCount } from "#lib/format/plural.ts"
import { kindSpecs } from "#lib/imports/kinds.ts"
import type { ImportKind, Problem } from "#lib/imports/schema.ts"

/** Errors first, then warnings, each kind of problem as one card. */
export function ProblemList({
  kind,
  problems,
  warnings,
  action,
  useOf,
  mapHref,
}: {
  kind: ImportKind
  problems: readonly Problem[]
  warnings: readonly Problem[]
  action: string | null
  /** The field that a column of the file fills, by the column's place. */
  useOf: ReadonlyMap<number, string>
  mapHref?: string
}) {
  const cards = (list: readonly Problem[]) =>
    list.map((problem) => (
      <ProblemCard
        key={problem.id || `${problem.kind} ${problem.column}`}
        problem={problem}
        action={action}
        choices={choicesOf(kind, problem, useOf)}
        mapHref={mapHref}
      />
    ))
  return (
    <>
      {problems.length > 0 && (
        <section aria-labelledby="errors" className="flex flex-col gap-3">
          <h2 id="errors" className="text-16 font-semibold">
            {formatCount(problems.length, "kind of error", "kinds of error")}
          </h2>
          {cards(problems)}
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-labelledby="warnings" className="flex flex-col gap-3">
          <h2 id="warnings" className="text-16 font-semibold">
            {formatCount(warnings.length, "warning")}, which {warnings.length === 1 ? "does" : "do"} not stop
            the import
          </h2>
          {cards(warnings)}
        </section>
      )}
    </>
  )
}

function choicesOf(kind: ImportKind, { columnIndex }: Problem, useOf: ReadonlyMap<number, string>) {
  if (columnIndex === null) return undefined
  const key = useOf.get(columnIndex)
  return kindSpecs[kind].fields.find((field) => field.key === key)?.choices
}
