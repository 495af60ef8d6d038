import type { HeaderMap } from "#lib/imports/map-header.ts"
import type { ProblemList } from "#lib/imports/problem-list.ts"
import type { Problem } from "#lib/imports/schema.ts"

type Finding = Pick<Problem, "count" | "samples">
type Findings = {
  readonly header: HeaderMap
  readonly repeated: Finding
  readonly owners: Finding | null
  readonly parents: Finding | null
}

/** What only the rows together, or together with the workspace, can tell. */
export function relationProblems(
  problems: ProblemList,
  { header, repeated, owners, parents }: Findings,
): void {
  if (repeated.count > 0)
    problems.addAll(
      {
        kind: "repeated_id",
        severity: "error",
        column: header.fields.get("externalId")!.header,
        what: "The same account id stands in several rows",
        expected: "One row per account",
        fix: "Remove or join these rows, or name the column that tells them apart with --map externalId=COLUMN",
      },
      repeated,
    )
  if (owners && owners.count > 0)
    problems.addAll(
      {
        kind: "unknown_owner",
        severity: "warning",
        column: header.fields.get("ownerName")!.header,
        what: "No one person of the workspace has this name or external id",
        expected: "The name or external id of one person",
        fix: "Correct the name or add the person, then import again; until then the owner stays as it is",
      },
      owners,
    )
  if (parents && parents.count > 0)
    problems.addAll(
      {
        kind: "unknown_parent",
        severity: "warning",
        column: header.fields.get("parentExternalId")!.header,
        what: "The parent account is unknown, or is the account itself",
        expected: "The external id of another account",
        fix: "Add the parent's row, then import again; until then the parent stays as it is",
      },
      parents,
    )
}
