import { notFound } from "next/navigation"
import { cache } from "react"
import { importRun } from "#db/queries/imports.ts"
import { deskRead, openDesk } from "#lib/server/desk/open-desk.ts"

export type RunParams = { readonly run_id: string }

/** The run that a page of the wizard is about, once for its title and its body; null when the role may not. */
export const openRun = cache(async (runId: string) => {
  const desk = await openDesk("import.write")
  if (desk.missing) return null
  const run = await deskRead(desk.caller, (tx) => importRun(tx, desk.caller, runId))
  if (!run) notFound()
  return { desk, run }
})
