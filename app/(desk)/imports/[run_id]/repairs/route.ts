import { recommendedRepairs, withoutRepair, withRepair } from "#components/imports/chosen-repairs.ts"
import { readRepairForm } from "#components/imports/read-repair-form.ts"
import { AppError } from "#lib/errors.ts"
import { formFields } from "#lib/server/desk/form-fields.ts"
import { formRoute } from "#lib/server/desk/form-route.ts"
import { checkedWith } from "../checked-with.ts"
import type { RunParams } from "../open-run.ts"
import { openRunOfForm } from "../run-of-form.ts"

/** Takes a decision about a problem, or one back, and checks every row again. */
export const POST = formRoute<RunParams>({
  permission: "import.write",
  back: ({ run_id }) => `/imports/${run_id}/check`,
  run: async ({ caller }, request, params) => {
    const run = await openRunOfForm(caller, params)
    const asked = readRepairForm(await formFields(request))
    if (!asked) throw new AppError("invalid_input", "The repair could not be read.")
    const before = run.settings.repairs
    const repairs =
      asked.do === "take_back"
        ? withoutRepair(before, asked.place)
        : (asked.do === "all"
            ? recommendedRepairs([...(run.report?.problems ?? []), ...(run.report?.warnings ?? [])])
            : asked.repairs
          ).reduce(withRepair, before)
    const { isWritable, isRepairable } = await checkedWith(caller, run, { ...run.settings, repairs })
    return `/imports/${run.id}/${isWritable && !isRepairable && asked.do !== "take_back" ? "preview" : "check"}`
  },
})
