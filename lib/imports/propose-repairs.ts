import { nearestChoice } from "./choice-reader.ts"
import type { FieldSpec } from "./field-spec.ts"
import type { ImportPlan } from "./import-plan.ts"
import { printable } from "./printable.ts"
import { readDayIn } from "./read-cell.ts"
import { type NumberStyle, readNumber } from "./read-number.ts"
import type { Repair } from "./settings.ts"

type Proposal = { label: string; repair: Repair }

type Given = {
  readonly kind: string
  readonly columnIndex: number | null
  readonly spec: FieldSpec | null
  readonly plan: ImportPlan
  /** The different texts found, most frequent first. */
  readonly values: readonly string[]
}

const onlyWholeRows = new Set([
  "ragged_row",
  "contract_starts_after_end",
  "wrong_sign",
  "no_measure",
  "unknown_account",
  "ambiguous_account",
  "ambiguous_person",
  "ambiguous_row",
  "nul_character",
  "half_character",
  "other_currency",
  "empty_name",
])
const unrepairable = new Set([
  "unreadable_character",
  "contract_without_end",
  "unknown_parent",
  "unknown_manager",
])

/** What a person may choose for a problem, the recommended first. */
export function proposeRepairs(given: Given): Proposal[] {
  const { kind, columnIndex: column, spec } = given
  if (unrepairable.has(kind)) return []
  if (kind === "repeated_id")
    return [
      { label: "The last row of each counts", repair: { do: "keep", which: "last" } },
      { label: "The first row of each counts", repair: { do: "keep", which: "first" } },
    ]
  if (kind === "equal_row")
    return [{ label: "Count equal rows once", repair: { do: "keep", which: "first" } }]
  const reject: Proposal = { label: "Leave these rows out", repair: { do: "reject", problem: kind, column } }
  if (column !== null && isOfOwnId(given)) return [reject, ...identityRepairs(kind, column)]
  if (column === null || onlyWholeRows.has(kind)) return [reject]
  const blank: Proposal = {
    label: "Count these cells as blank",
    repair: { do: "blank", problem: kind, column },
  }
  if (kind === "unknown_owner" || kind === "unknown_person")
    return [
      { label: "Create the people named", repair: { do: "create", problem: kind, column } },
      kind === "unknown_owner" ? blank : reject,
    ]
  const canBeBlank =
    spec === null
      ? kind === "unreadable_number"
      : !spec.isRequired && kind !== "empty_id" && !isIdentity(given)
  const rest = canBeBlank ? [blank, reject] : [reject]
  if (kind !== "unreadable_field" && kind !== "unreadable_number") return rest
  if (spec?.type === "choice") {
    const { near, single } = wordsOf(given, spec, column)
    return [...near, ...rest, ...single]
  }
  // The way that reads most cells is taken already: another one helps only together with other columns.
  return [...rest, ...otherWays(given, column)]
}

/** A row of a thing with an id that others resemble. Without an id of its own it could not be told from several. */
const isOfOwnId = ({ kind, plan }: Given): boolean =>
  kind === "contested_account" ||
  kind === "adopted_account" ||
  kind === "adopted_person" ||
  ("externalId" in plan.fields &&
    ((kind === "ambiguous_account" && plan.kind === "accounts") ||
      (kind === "ambiguous_person" && plan.kind === "people")))

function identityRepairs(problem: string, column: number): Proposal[] {
  const what = problem.endsWith("_person") ? "people" : "accounts"
  const create: Proposal = {
    label: `Create new ${what} for them`,
    repair: { do: "create", problem, column },
  }
  if (problem !== "contested_account") return [create]
  return [
    create,
    {
      label: "They are the accounts found, under the ids of this file",
      repair: { do: "adopt", problem, column },
    },
  ]
}

const isIdentity = ({ spec, plan }: Given) => plan.kind === "accounts" && spec?.key === "externalId"

/** Words that are nearly a choice are read as that one; any other word is a guess that only a person may make. */
function wordsOf(
  { values }: Given,
  spec: FieldSpec,
  column: number,
): { near: Proposal[]; single: Proposal[] } {
  const pairs = values.flatMap((from) => {
    const to = nearestChoice(spec, from)
    return to === null ? [] : [{ from, to }]
  })
  const near: Proposal[] =
    pairs.length === 0
      ? []
      : [
          {
            label: `Read ${pairs.map(({ from, to }) => `“${printable(from)}” as ${to}`).join(", ")}`,
            repair: { do: "replace_words", column, words: pairs },
          },
        ]
  const single = values.slice(0, 6).flatMap((from) =>
    (spec.choices ?? []).map(
      (to): Proposal => ({
        label: `Read “${printable(from)}” as ${to}`,
        repair: { do: "replace", column, from, to },
      }),
    ),
  )
  return { near, single: pairs.length === values.length ? [] : single }
}

/** The other order of dates or style of numbers, when it reads every cell that this one does not. */
function otherWays({ spec, plan, values }: Given, column: number): Proposal[] {
  const field = Object.values(plan.fields).find(({ index }) => index === column)
  const measure = plan.measures.find(({ index }) => index === column)
  if (spec && field && (spec.type === "day" || spec.type === "instant")) {
    const order = field.order === "day_first" ? "month_first" : "day_first"
    if (!values.every((text) => readDayIn(text, { order }, plan.timeZone) !== null)) return []
    const label = order === "day_first" ? "day, month, year (31.03.2026)" : "month, day, year (03/31/2026)"
    return [{ label: `Read all dates as ${label}`, repair: { do: "read_days", column, order } }]
  }
  const present = measure?.style ?? field?.style
  if (!present) return []
  const style: NumberStyle = present === "point" ? "comma" : "point"
  if (values.length === 0 || !values.every((text) => readNumber(text, style) !== null)) return []
  const label = style === "comma" ? "a decimal comma (1.234,5)" : "a decimal point (1,234.5)"
  return [{ label: `Read all numbers with ${label}`, repair: { do: "read_numbers", column, style } }]
}
