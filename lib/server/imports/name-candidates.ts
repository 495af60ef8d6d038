import { inWorkspace } from "#db/in-workspace.ts"
import { accountCandidates } from "#db/queries/imports-references.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import { printable } from "#lib/imports/printable.ts"
import type { Problem } from "#lib/imports/schema.ts"

const shownTexts = 5
const shownIds = 5

/**
 * Says which accounts an ambiguous text may mean, and offers to read it as one of them. In a file of accounts the
 * text is a name or a domain of its own, which an external id must not take the place of.
 */
export async function nameCandidates(
  caller: Caller,
  { kind }: ImportPlan,
  problems: readonly Problem[],
): Promise<readonly Problem[]> {
  if (!problems.some(isAmbiguous)) return problems
  const texts = problems.filter(isAmbiguous).flatMap(textsOf)
  const candidates = await inWorkspace(caller, (tx) => accountCandidates(tx, caller, texts))
  return problems.map((problem) => {
    const column = problem.columnIndex
    if (!isAmbiguous(problem) || column === null) return problem
    const known = textsOf(problem).map((text) => ({ text, ids: candidates.get(text) ?? [] }))
    const sentences = known.map(({ text, ids }) => `“${printable(text)}” may be ${oneOf(ids)}`)
    const replacing = known.flatMap(({ text, ids }) =>
      ids.slice(0, shownIds).map((id): Problem["repairs"][number] => ({
        label: `Read “${printable(text)}” as ${printable(id)}`,
        repair: { do: "replace", column, from: text, to: id },
      })),
    )
    return {
      ...problem,
      fix: [problem.fix, ...sentences].join("; "),
      repairs: kind === "accounts" ? problem.repairs : [...problem.repairs, ...replacing],
    }
  })
}

const isAmbiguous = ({ kind }: Problem) => kind === "ambiguous_account" || kind === "contested_account"

const textsOf = ({ values }: Problem): string[] => values.slice(0, shownTexts).map(({ found }) => found)

function oneOf(ids: readonly string[]): string {
  const shown = ids.slice(0, shownIds).map(printable)
  if (ids.length > shownIds) return `${shown.join(", ")} or ${ids.length - shownIds} more`
  return [shown.slice(0, -1).join(", "), ...shown.slice(-1)].filter((part) => part !== "").join(" or ")
}
