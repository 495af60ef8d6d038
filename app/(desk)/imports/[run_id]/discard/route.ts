import { formRoute } from "#lib/server/desk/form-route.ts"
import { discardImport } from "#lib/server/imports/discard-import.ts"
import type { RunParams } from "../open-run.ts"
import { runOfForm } from "../run-of-form.ts"

/** Throws a file away of which nothing was written. */
export const POST = formRoute<RunParams>({
  permission: "import.write",
  back: ({ run_id }) => `/imports/${run_id}`,
  run: async ({ caller }, _, params) => {
    const { id } = await runOfForm(caller, params)
    await discardImport(caller, id)
    return "/imports"
  },
})
