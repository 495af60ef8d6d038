import type { SyncRunState } from "#lib/imports/schema.ts"

export const importSteps = ["file", "map", "check", "preview", "write"] as const
export type ImportStep = (typeof importSteps)[number]

export const stepNames: Record<ImportStep, string> = {
  file: "File",
  map: "Map",
  check: "Check",
  preview: "Preview",
  write: "Write",
}

export const stepHref = (runId: string, step: Exclude<ImportStep, "file">): string =>
  `/imports/${runId}/${step}`

/** Where a run that is not finished goes on; null when its result is all there is to see. */
export function stepOf(state: SyncRunState): Exclude<ImportStep, "file"> | null {
  if (state === "draft") return "map"
  if (state === "checked") return "check"
  return state === "writing" ? "write" : null
}

/** The steps that a person can go back or on to from where a run stands. */
export function openSteps(state: SyncRunState, isWritable: boolean): readonly ImportStep[] {
  if (state === "draft") return ["map"]
  if (state !== "checked") return []
  return isWritable ? ["map", "check", "preview"] : ["map", "check"]
}
