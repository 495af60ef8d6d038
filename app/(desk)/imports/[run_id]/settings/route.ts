import { isReadAlike, readSettingsForm } from "#components/imports/read-settings-form.ts"
import { AppError } from "#lib/errors.ts"
import { formFields } from "#lib/server/desk/form-fields.ts"
import { formRoute } from "#lib/server/desk/form-route.ts"
import { checkedWith } from "../checked-with.ts"
import type { RunParams } from "../open-run.ts"
import { openRunOfForm } from "../run-of-form.ts"

/** Takes the mapping and checks every row with it. A file that is read otherwise shows its new columns first. */
export const POST = formRoute<RunParams>({
  permission: "import.write",
  back: ({ run_id }) => `/imports/${run_id}/map`,
  run: async ({ caller }, request, params) => {
    const run = await openRunOfForm(caller, params)
    const settings = readSettingsForm(await formFields(request), run.settings)
    if (!settings) throw new AppError("invalid_input", "A setting is none of the choices.")
    const { needsPerson } = await checkedWith(caller, run, settings)
    if (!isReadAlike(run.settings, settings)) return `/imports/${run.id}/map`
    return `/imports/${run.id}/${needsPerson ? "check" : "preview"}`
  },
})
