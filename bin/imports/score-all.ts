import type { Caller } from "#lib/access/caller.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { bandWords } from "#lib/health/band.ts"
import { scoreBands } from "#lib/health/schema.ts"
import { ensureStarterModel } from "#lib/server/health/ensure-starter-model.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import { print } from "./tell.ts"

/** Proposes a model when there is none, or when asked, and scores every account. */
export async function scoreAll(
  caller: Caller,
  { day, again }: { day: string; again: boolean },
): Promise<void> {
  print("\nLooking for a health model …")
  const model = await ensureStarterModel(caller, { again })
  if (model.name === null) print("\nNo health model could be proposed from these measures.")
  else if (model.created)
    print(
      `\nHealth model "${model.name}" version ${model.version} was proposed from ${formatCount(model.measures, "measure")}.`,
    )
  else
    print(
      `Health model "${model.name}" version ${model.version} stays in force with its ${formatCount(model.measures, "measure")}. ` +
        "Measures that it does not know are stored and not scored: --propose-model makes a new version from all of them.",
    )
  if (model.proposal) {
    print(`  ${model.proposal.basis}`)
    for (const { label, weight, direction, because } of model.proposal.explanations) {
      const better = direction === null ? "" : `, ${direction} is better`
      print(`  ${formatNumber(weight, 1)} %  ${label}${better}: ${because.join("; ")}`)
    }
    for (const { label, because } of model.proposal.leftOut) print(`  Left out ${label}: ${because}`)
  }
  print("\nScoring …")
  const { accounts, byBand } = await rescoreWorkspace(caller, { day })
  const bands = scoreBands.map((band) => `${formatNumber(byBand[band])} ${bandWords[band].label}`)
  print(`Scored ${formatCount(accounts, "account")}: ${bands.join(", ")}`)
}
