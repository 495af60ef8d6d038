import { checkHeaders } from "./check-headers.ts"
import { compactName } from "./compact-name.ts"
import { fieldNamed } from "./field-named.ts"
import type { FieldSpec, KindSpec } from "./field-spec.ts"
import { ProblemList } from "./problem-list.ts"
import type { Problem } from "./schema.ts"
import type { ChosenColumn } from "./settings.ts"

export type MappedField = { readonly index: number; readonly header: string; readonly isChosen: boolean }
export type ColumnUse = { readonly use: string; readonly isGuess: boolean; readonly because: string }

export type ColumnMap = {
  readonly headers: readonly string[]
  readonly fields: ReadonlyMap<string, MappedField>
  /** What each column is used for, in the order of the file. */
  readonly uses: readonly ColumnUse[]
  readonly shape: "rows" | "long" | "wide"
  readonly problems: readonly Problem[]
}

type Taken = Map<string, MappedField>

/** Says which column fills which field: as a person chose, else by the header's own words. */
export function mapColumns(
  spec: KindSpec,
  headers: readonly string[],
  chosen: readonly ChosenColumn[],
): ColumnMap {
  const problems = new ProblemList()
  checkHeaders(headers, problems)
  const fields: Taken = new Map()
  const settled = new Map<number, string>()
  for (const choice of chosen) choose(spec, headers, choice, { fields, settled, problems })
  guessFields(spec, headers, { fields, settled, problems })
  if (fields.has("arr") && !fields.get("mrr")?.isChosen) fields.delete("mrr")
  leaveWholeOrParts(spec, fields)
  const shape = shapeOf(spec, fields, problems)
  tellMissing(spec, headers, fields, problems)
  const others = spec.others === "measures" && shape !== "long" ? "measure" : "ignore"
  const guessed = chosen.length > 0 ? mapColumns(spec, headers, []).uses : []
  return {
    headers,
    fields,
    uses: headers.map((_, index) =>
      asGuessed(useOf(spec, index, { fields, settled, others }), guessed[index]),
    ),
    shape,
    problems: problems.toArray(),
  }
}

type Settling = { fields: Taken; settled: Map<number, string>; problems: ProblemList }

function choose(
  spec: KindSpec,
  headers: readonly string[],
  { header, index, use }: ChosenColumn,
  { fields, settled, problems }: Settling,
): void {
  const known = fieldNamed(spec, use)
  const found = placeOf(headers, header, index)
  if (!known && use !== "measure" && use !== "ignore") {
    problems.add({
      kind: "unknown_field",
      severity: "error",
      column: use,
      what: `There is no field "${use}"`,
      expected: `One of: ${spec.fields.map(({ key }) => key).join(", ")}`,
      fix: "Choose another field for this column",
    })
  } else if (found >= 0) {
    settled.set(found, known?.key ?? use)
    if (known) fields.set(known.key, { index: found, header: headers[found]!, isChosen: true })
  } else if (known) {
    problems.add({
      kind: "unknown_column",
      severity: "error",
      column: header,
      what: `The file has no column "${header}" for ${known.label}`,
      expected: `One of: ${headers.slice(0, 30).join(", ")}`,
      fix: "Choose another column for this field",
    })
  }
}

/** The column is known by its name, so that a later file may order its columns otherwise. */
function placeOf(headers: readonly string[], header: string, index: number): number {
  if (headers[index]?.trim() === header.trim()) return index
  const exact = headers.findIndex((name) => name.trim() === header.trim())
  if (exact >= 0 || compactName(header) === "") return exact
  return headers.findIndex((name) => compactName(name) === compactName(header))
}

function guessFields(
  spec: KindSpec,
  headers: readonly string[],
  { fields, settled, problems }: Settling,
): void {
  const names = headers.map(compactName)
  const used = new Set(settled.keys())
  const unusable = new Set(
    [...settled].flatMap(([index, use]) => (use === "measure" || use === "ignore" ? [index] : [])),
  )
  for (const field of spec.fields) {
    if (fields.has(field.key)) continue
    // The id may stand in a column that a person chose for something else as well, such as the name.
    const isShared = field.key === "externalId" && spec.kind === "accounts"
    const [first, second] = bestColumns(field, names, isShared ? unusable : used)
    if (first === undefined) continue
    fields.set(field.key, { index: first, header: headers[first]!, isChosen: false })
    used.add(first)
    if (second !== undefined && field.key === "externalId" && spec.kind === "accounts")
      problems.add({
        kind: "ambiguous_id",
        severity: "error",
        column: null,
        what: `"${headers[first]}" and "${headers[second]}" both look like the account's id`,
        expected: "One column that identifies the account in every later file",
        fix: `Say which of them fills External id`,
      })
  }
}

/** A name is read from one column or put together from its parts: what was chosen wins, else the one column. */
function leaveWholeOrParts({ joined = {} }: KindSpec, fields: Taken): void {
  for (const [whole, parts] of Object.entries(joined)) {
    const isWholeChosen = fields.get(whole)?.isChosen === true
    if (!isWholeChosen && parts.some((part) => fields.get(part)?.isChosen)) fields.delete(whole)
    if (fields.has(whole)) for (const part of parts) if (!fields.get(part)?.isChosen) fields.delete(part)
  }
}

/** The free columns whose headers name the field most surely. */
function bestColumns(field: FieldSpec, names: readonly string[], used: ReadonlySet<number>): number[] {
  for (const line of field.headerWords) {
    const words = new Set(line.map(compactName))
    const found = names.flatMap((name, index) => (words.has(name) && !used.has(index) ? [index] : []))
    if (found.length > 0) return found
  }
  return []
}

/** A signals file is long when its rows name their measure; else each further column is one. */
function shapeOf(spec: KindSpec, fields: Taken, problems: ProblemList): ColumnMap["shape"] {
  if (spec.kind === "accounts") return "wide"
  if (spec.kind !== "signals") return "rows"
  const measure = fields.get("measureName")
  if (measure && fields.has("value")) return "long"
  if (measure?.isChosen) {
    problems.add(missing("Value", "A number or a word"))
    return "long"
  }
  for (const key of ["measureName", "value"]) fields.delete(key)
  return "wide"
}

function tellMissing(spec: KindSpec, headers: readonly string[], fields: Taken, problems: ProblemList): void {
  const isJoined = (key: string) => spec.joined?.[key]?.some((part) => fields.has(part)) ?? false
  for (const { key, label, expected, isRequired } of spec.fields)
    if (isRequired && !fields.has(key) && !isJoined(key)) problems.add(missing(label, expected, headers))
  if (spec.kind === "accounts" && !spec.identity.some(([key]) => fields.has(key ?? "")))
    problems.add({
      kind: "missing_id",
      severity: "error",
      column: null,
      what: "No column identifies the account",
      expected: "A column such as customer_id, account_id, external_id or id",
      fix: `Say which column fills External id, Domain or Name. Columns of this file: ${headers.slice(0, 30).join(", ")}`,
    })
}

const missing = (label: string, expected: string, headers: readonly string[] = []) =>
  ({
    kind: "missing_column",
    severity: "error",
    column: label,
    what: `No column holds "${label}"`,
    expected,
    fix: `Say which column it is${headers.length > 0 ? `. Columns of this file: ${headers.slice(0, 30).join(", ")}` : ""}`,
  }) as const

/** What was chosen as it was guessed keeps the reason of the guess. */
const asGuessed = (use: ColumnUse, guess: ColumnUse | undefined): ColumnUse =>
  !use.isGuess && guess?.use === use.use ? { ...use, because: guess.because } : use

function useOf(
  spec: KindSpec,
  index: number,
  {
    fields,
    settled,
    others,
  }: { fields: Taken; settled: ReadonlyMap<number, string>; others: "measure" | "ignore" },
): ColumnUse {
  const choice = settled.get(index)
  if (choice === "measure" && others === "ignore")
    return { use: "ignore", isGuess: false, because: "A file of this kind has no columns of measures" }
  if (choice !== undefined) return { use: choice, isGuess: false, because: "You chose it" }
  for (const [key, field] of fields)
    if (field.index === index) {
      const label = spec.fields.find((known) => known.key === key)?.label ?? key
      return { use: key, isGuess: true, because: `Its header is a usual name for ${label}` }
    }
  const because =
    others === "measure" ? "It fills no field, so it is kept as a measure" : "It fills no field of this kind"
  return { use: others, isGuess: true, because }
}
