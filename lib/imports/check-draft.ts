import { accountFields } from "#lib/accounts/schema.ts"
import { formatNumber } from "#lib/format/number.ts"
import type { ColumnPlan } from "./column-plan.ts"
import { importLimits } from "./limits.ts"
import type { ProblemList } from "./problem-list.ts"
import type { AccountDraft } from "./read-account.ts"
import { type ImportField, importFieldNames, importFields, type Problem } from "./schema.ts"

type About = Pick<Problem, "kind" | "severity" | "what" | "expected" | "fix">
type Given = { readonly plan: ColumnPlan; readonly problems: ProblemList }

/** Checks a row as it would be written, so that writing has nothing left to refuse. */
export function checkDraft(draft: AccountDraft, row: number, { plan, problems }: Given): void {
  const tell = (field: ImportField, about: About, found: string) =>
    problems.add({ ...about, column: plan.fields.get(field)?.header ?? null }, { row, found })
  const { arrCents, contractStartsOn: start, contractEndsOn: end } = draft
  if (arrCents !== null && !(Math.abs(arrCents) <= importLimits.annualAmount * 100))
    tell(plan.fields.has("arr") ? "arr" : "mrr", amountOutOfRange, formatNumber(arrCents / 100))
  if (start !== null && end === null) tell("contractStart", startAlone, start)
  if (start !== null && end !== null && start > end)
    tell("contractStart", startAfterEnd, `${start} to ${end}`)
  for (const issue of accountFields.safeParse(draft.fields).error?.issues ?? []) {
    // Only an empty id is too short, and it was told when its row was read.
    if (issue.code === "too_small") continue
    const field = importFields.find((name) => name === issue.path[0]) ?? "externalId"
    const found = Object.entries(draft.fields).find(([name]) => name === field)?.[1] ?? ""
    const limit = issue.code === "too_big" ? `At most ${issue.maximum} characters` : null
    tell(field, limit ? tooLong(field, limit) : unstorable(field, issue.message), found)
  }
}

const tooLong = (field: ImportField, expected: string): About => ({
  kind: "too_long",
  severity: "error",
  what: `${importFieldNames[field]} is too long`,
  expected,
  fix: "Shorten the text, or name another column with --map",
})

const amountOutOfRange: About = {
  kind: "amount_out_of_range",
  severity: "error",
  what: "An amount is too large to be revenue of one account",
  expected: `At most ${formatNumber(importLimits.annualAmount)} a year`,
  fix: "Correct the amount, or name another column with --map",
}

const startAlone: About = {
  kind: "contract_without_end",
  severity: "warning",
  what: "A contract starts and has no end",
  expected: "A contract end in the same row",
  fix: "Fill in the end and import again; until then the row's contract stays as it is",
}

const startAfterEnd: About = {
  kind: "contract_starts_after_end",
  severity: "error",
  what: "A contract starts after it ends",
  expected: "A start on or before the end",
  fix: "Correct the dates; they may stand in the wrong columns",
}

const unstorable = (field: ImportField, message: string): About => ({
  kind: "unstorable_field",
  severity: "error",
  what: `${importFieldNames[field]} cannot be stored: ${message}`,
  expected: "A value within the limits of the field",
  fix: "Correct these cells, or name another column with --map",
})
