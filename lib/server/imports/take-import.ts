import type { z } from "zod"
import { refuseRun } from "#db/commands/imports-write.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { fileRun } from "#db/queries/import-files.ts"
import { importRun } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { type postImport, problemAnswer } from "#lib/api/imports.ts"
import { checkAnswer, importAnswer } from "#lib/api/imports-answer.ts"
import { AppError, notFound } from "#lib/errors.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import { overPreset } from "#lib/imports/over-preset.ts"
import { importKinds } from "#lib/imports/schema.ts"
import type { ImportSettings } from "#lib/imports/settings.ts"
import type { LongAnswer } from "../endpoint.ts"
import { multipartFile } from "../multipart-file.ts"
import { checkImport } from "./check-import.ts"
import { discardImport, forgetImport } from "./discard-import.ts"
import { receiveFile } from "./receive-file.ts"
import { startWriting } from "./start-writing.ts"

type Query = z.output<typeof postImport.query>

/** A file from a program: kept as it arrives, checked, and written by the worker when it is sound. */
export async function takeImport(caller: Caller, query: Query, request: Request): Promise<LongAnswer> {
  const { kind, fileName, bytes } = await fileOf(query, request)
  const { runId } = await receiveFile(caller, { kind, fileName, sourceKey: query.source, bytes })
  const check = await checked(caller, runId, query)
  if (query.dry_run) {
    await forgetImport(caller, runId)
    return { status: 200, body: checkAnswer(check, { kind, fileName }) }
  }
  if (!check.isWritable) {
    await inWorkspace(caller, (tx) => refuseRun(tx, caller, { runId }))
    return refusal(runId, check)
  }
  await startWriting(caller, runId)
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
  if (!run) throw notFound("import")
  return { status: 202, body: importAnswer(run) }
}

async function fileOf(query: Query, request: Request) {
  const type = request.headers.get("content-type")
  if (!/^multipart\/form-data\b/i.test(type ?? ""))
    return {
      kind: kindOf(query.kind),
      fileName: query.file_name ?? "upload",
      bytes: request.body ?? noBytes(),
    }
  const form = await multipartFile(type, request.body)
  if (!form) throw new AppError("invalid_input", "The form brings no file.")
  return { kind: kindOf(form.fields.get("kind") ?? query.kind), fileName: form.fileName, bytes: form.bytes }
}

function kindOf(word: string | undefined) {
  const kind = importKinds.find((known) => known === word)
  if (kind) return kind
  throw new AppError("invalid_input", `Say what the file holds: kind is one of ${importKinds.join(", ")}.`)
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

async function checked(caller: Caller, runId: string, query: Query): Promise<ImportCheck> {
  try {
    const { settings: preset } = await inWorkspace(caller, (tx) => fileRun(tx, caller, runId))
    let settings = overPreset(preset, {
      day: query.day ?? null,
      conflict: query.on_conflict,
      timeZone: query.time_zone ?? null,
    })
    let check = await checkImport(caller, runId, settings)
    for (let tries = 0; query.reject_faulty && !check.isWritable && tries < 5; tries += 1) {
      const next = leavingOut(check, settings)
      if (!next) break
      settings = next
      check = await checkImport(caller, runId, settings)
    }
    return check
  } catch (error) {
    await discardImport(caller, runId).catch(() => {})
    throw error
  }
}

/** The settings under which rows with the present problems are left out; null when that repairs none of them. */
export function leavingOut({ problems }: ImportCheck, settings: ImportSettings): ImportSettings | null {
  const repairs = problems.flatMap(({ repairs: offered }) => {
    const found = offered.find(({ repair }) => repair.do === "reject" || repair.do === "keep")
    return found ? [found.repair] : []
  })
  return repairs.length === 0 ? null : { ...settings, repairs: [...settings.repairs, ...repairs] }
}

const refusal = (runId: string, check: ImportCheck): LongAnswer => ({
  status: 422,
  body: {
    type: "/problems/import_refused",
    title: "The file has problems",
    status: 422,
    detail: `Nothing was written. ${check.problems[0]?.what ?? "The file was refused"}.`,
    run_id: runId,
    problems: problemAnswer.array().parse(check.problems),
  },
})
