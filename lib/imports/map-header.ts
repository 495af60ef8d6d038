import { compactName } from "./compact-name.ts"
import { fieldOfHeader } from "./header-words.ts"
import { importLimits } from "./limits.ts"
import { ProblemList } from "./problem-list.ts"
import { type ImportField, importFieldNames, importFields, type Problem } from "./schema.ts"

export type FieldColumn = {
  readonly index: number
  readonly header: string
  /** Whether the person named this column; otherwise its header did, which is a guess. */
  readonly isChosen: boolean
}

export type HeaderMap = {
  readonly headers: readonly string[]
  readonly fields: ReadonlyMap<ImportField, FieldColumn>
  /** Columns that fill no field. */
  readonly signals: readonly number[]
  readonly problems: readonly Problem[]
}

const longestHeader = 200
const error = { severity: "error" } as const

/** Says which column fills which field: as chosen by `field=Column`, else by the header's own words. */
export function mapHeader(headers: readonly string[], chosen: ReadonlyMap<string, string>): HeaderMap {
  const problems = new ProblemList()
  checkHeaders(headers, problems)
  const fields = new Map<ImportField, FieldColumn>()
  for (const [field, column] of chosen) choose(headers, field, column, fields, problems)
  guess(headers, fields, problems)
  const id = fields.get("externalId")
  if (!id) {
    problems.add({
      ...error,
      kind: "missing_id",
      column: null,
      what: "No column identifies the account",
      expected: "A column such as customer_id, account_id, external_id or id",
      fix: `Name it: --map externalId=COLUMN. Columns of this file: ${headers.slice(0, 30).join(", ")}`,
    })
  } else if (!fields.has("name")) fields.set("name", { ...id, isChosen: false })
  if (fields.has("arr")) fields.delete("mrr")
  const taken = new Set([...fields.values()].map((column) => column.index))
  return {
    headers,
    fields,
    signals: headers.map((_, index) => index).filter((index) => !taken.has(index)),
    problems: problems.toArray(),
  }
}

function checkHeaders(headers: readonly string[], problems: ProblemList): void {
  if (headers.length > importLimits.columns) {
    problems.add({
      ...error,
      kind: "too_many_columns",
      column: null,
      what: `The header has ${headers.length} columns`,
      expected: `At most ${importLimits.columns} columns`,
      fix: "Export fewer columns, or check that the first row is the header",
    })
  }
  const seen = new Set<string>()
  for (const header of headers) {
    if (header.length > longestHeader || header.includes("\u0000"))
      problems.add(
        {
          ...error,
          kind: "wrong_header",
          column: null,
          what: "A column name is no name",
          expected: `A name of at most ${longestHeader} characters`,
          fix: "Make the first row a header row with one name per column",
        },
        { row: 1, found: header },
      )
    const name = header.trim().toLowerCase()
    if (name !== "" && seen.has(name)) {
      problems.add(
        {
          ...error,
          kind: "duplicate_column",
          column: header,
          what: "Two columns have the same name",
          expected: "Each column once",
          fix: "Rename or remove one of them in the header row",
        },
        { row: 1, found: header },
      )
    }
    seen.add(name)
  }
}

function choose(
  headers: readonly string[],
  field: string,
  column: string,
  fields: Map<ImportField, FieldColumn>,
  problems: ProblemList,
): void {
  const known = importFields.find((name) => compactName(name) === compactName(field))
  const exact = headers.findIndex((header) => header.trim() === column.trim())
  const index =
    exact >= 0 ? exact : headers.findIndex((header) => compactName(header) === compactName(column))
  if (known && index >= 0) {
    fields.set(known, { index, header: headers[index]!, isChosen: true })
    return
  }
  problems.add({
    ...error,
    kind: known ? "unknown_column" : "unknown_field",
    column: known ? column : field,
    what: known
      ? `The file has no column "${column}" for ${importFieldNames[known]}`
      : `There is no field "${field}"`,
    expected: known ? `One of: ${headers.slice(0, 30).join(", ")}` : `One of: ${importFields.join(", ")}`,
    fix: "Correct the name after --map",
  })
}

function guess(
  headers: readonly string[],
  fields: Map<ImportField, FieldColumn>,
  problems: ProblemList,
): void {
  const used = new Set([...fields.values()].map((column) => column.index))
  for (const field of importFields) {
    if (fields.has(field)) continue
    const matches = headers
      .map((header, index) => ({ header, index, match: fieldOfHeader(header) }))
      .filter(({ index, match }) => match?.field === field && (field === "externalId" || !used.has(index)))
    const best = Math.min(...matches.map(({ match }) => match!.rank))
    const [first, second] = matches.filter(({ match }) => match!.rank === best)
    if (!first) continue
    fields.set(field, { index: first.index, header: first.header, isChosen: false })
    if (second && field === "externalId") {
      problems.add({
        ...error,
        kind: "ambiguous_id",
        column: null,
        what: `"${first.header}" and "${second.header}" both look like the account's id`,
        expected: "One column that identifies the account in every later file",
        fix: `Say which: --map externalId=${first.header} or --map externalId=${second.header}`,
      })
    }
  }
}
