import type { ImportCheck } from "#lib/imports/import-check.ts"
import type { ImportSettings, Repair } from "#lib/imports/settings.ts"
import { type Options, wrong } from "./options.ts"

type Wanted = Pick<Options, "repairs" | "rejectsFaulty">

/** The settings with the repairs that the command line chose for open problems; null when it chose none of them. */
export function repaired(
  check: ImportCheck,
  settings: ImportSettings,
  { repairs, rejectsFaulty }: Wanted,
): ImportSettings | null {
  const open = [...check.problems, ...check.warnings]
  const chosen = open.flatMap(({ id, severity, repairs: offered }): Repair[] => {
    const place = repairs.get(id)
    if (place !== undefined) {
      const picked = offered[place - 1]
      if (!picked) throw wrong(`--repair ${id}=${place}: ${offered.length} repairs are offered for it.`)
      return [picked.repair]
    }
    if (!rejectsFaulty || severity !== "error") return []
    const rejecting = offered.find(({ repair }) => repair.do === "reject" || repair.do === "keep")
    return rejecting ? [rejecting.repair] : []
  })
  return chosen.length === 0 ? null : { ...settings, repairs: [...settings.repairs, ...chosen] }
}
