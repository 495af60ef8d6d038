import { formRoute } from "#lib/server/desk/form-route.ts"
import { startUndoing } from "#lib/server/imports/start-undoing.ts"
import type { RunParams } from "../open-run.ts"
import { runOfForm } from "../run-of-form.ts"

/** Lets the worker take a whole import back. */
export const POST = formRoute<RunParams>({
  permission: "import.write",
  back: ({ run_id }) => `/imports/${run_id}`,
  run: async ({ caller }, _, params) => {
    const { id } = await runOfForm(caller, params)
    await startUndoing(caller, id)
    return `/imports/${id}`
  },
})
