import "server-only"
import { randomUUID } from "node:crypto"
import { unstable_rethrow } from "next/navigation"
import type { Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { log } from "#lib/platform/log.ts"

export type FailedPart = {
  readonly ok: false
  readonly diagnosticId: string
  /** The first of the failures that nothing good has followed. */
  readonly since: Date
  /** What it said last, and when; null where this process has read nothing good. */
  readonly lastGood: { readonly words: string; readonly at: Date } | null
}

export type Part<Value> = { readonly ok: true; readonly value: Value } | FailedPart

type Known = { lastGood: FailedPart["lastGood"]; failingSince: Date | null }

/**
 * A part of a page that must not take the rest with it: what fails is told with since when, and with what the part said
 * when it was read last, in the words of `say`. A database that does not answer at all fails the whole page as ever.
 * `about` tells things apart that have this part each: what one said last is not told of another.
 */
export function partRead<Value>(name: string, say: (value: Value) => string) {
  const known = new Map<string, Known>()
  return async (
    { workspaceId, now }: Pick<Caller, "workspaceId" | "now">,
    read: () => Promise<Value>,
    about = "",
  ): Promise<Part<Value>> => {
    const key = `${workspaceId} ${about}`
    const before = known.get(key) ?? { lastGood: null, failingSince: null }
    try {
      const value = await read()
      known.set(key, { lastGood: { words: say(value), at: now }, failingSince: null })
      return { ok: true, value }
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof AppError && error.code === "unavailable") throw error
      const diagnosticId = randomUUID().slice(0, 8)
      log().warn({ err: error, diagnosticId, part: name }, "part of a page not read")
      const since = before.failingSince ?? now
      known.set(key, { ...before, failingSince: since })
      return { ok: false, diagnosticId, since, lastGood: before.lastGood }
    }
  }
}
