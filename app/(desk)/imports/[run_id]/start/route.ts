import { formRoute } from "#lib/server/desk/form-route.ts"
import { startWriting } from "#lib/server/imports/start-writing.ts"
import type { RunParams } from "../open-run.ts"
import { runOfForm } from "../run-of-form.ts"

/** Lets the worker write a checked import, or go on with one that stopped in the middle. */
export const POST = formRoute<RunParams>({
  permission: "import.write",
  back: ({ run_id }) => `/imports/${run_id}`,
  run: async ({ caller }, _, params) => {
    const { id } = await runOfForm(caller, params)
    await startWriting(caller, id)
    return `/imports/${id}/write`
  },
})
