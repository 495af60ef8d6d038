import { z } from "zod"
import { importKinds } from "#lib/imports/schema.ts"
import { defaultSettings } from "#lib/imports/settings.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { formRoute } from "#lib/server/desk/form-route.ts"
import { checkImport } from "#lib/server/imports/check-import.ts"
import { discardImport } from "#lib/server/imports/discard-import.ts"
import { lookAtImport } from "#lib/server/imports/look-at-import.ts"
import { receiveFile } from "#lib/server/imports/receive-file.ts"
import { multipartFile } from "#lib/server/multipart-file.ts"

const sourceName = /^[a-z0-9][a-z0-9_-]{0,59}$/

/** Takes a file as it arrives and opens a run for it; a file that cannot be read leads back to the file step. */
export const POST = formRoute({
  permission: "import.write",
  back: () => "/imports/new",
  run: async ({ caller }, request) => {
    const form = await multipartFile(request.headers.get("content-type"), request.body)
    if (!form) return "/imports/new?told=no_file"
    const kind = z.enum(importKinds).catch("accounts").parse(form.fields.get("kind"))
    const sourceKey = form.fields.get("source")?.trim().toLowerCase() ?? ""
    if (!sourceName.test(sourceKey)) return `/imports/new?kind=${kind}&told=wrong_source`
    const { fileName, bytes } = form
    const { runId } = await receiveFile(caller, { kind, fileName, sourceKey, bytes })
    const instead = z.uuid().safeParse(form.fields.get("instead"))
    if (instead.success) await discardImport(caller, instead.data).catch(() => null)
    try {
      await lookAtImport(caller, runId)
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      // Its check keeps why, so that lists tell such a file from one that waits for somebody.
      await checkImport(caller, runId, defaultSettings)
      return `/imports/new?kind=${kind}&refused=${runId}`
    }
    return `/imports/${runId}/map`
  },
})
