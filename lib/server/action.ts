import "server-only"
import { randomUUID } from "node:crypto"
import { headers } from "next/headers"
import { unstable_rethrow } from "next/navigation"
import type { z } from "zod"
import type { Db } from "#db/client.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Permission } from "#lib/access/policy.ts"
import { AppError } from "#lib/errors.ts"
import type { Outcome } from "#lib/outcome.ts"
import { log } from "#lib/platform/log.ts"
import type { Reply } from "#lib/verb.ts"
import { currentSession } from "./auth/session.ts"
import { asAppError } from "./failure.ts"
import { assertSameOrigin } from "./same-origin.ts"

type ActionRow<Schema extends z.ZodType, Value, Reason extends string> = {
  permission: Permission
  input: Schema
  run: (tx: Db, caller: Caller, input: z.output<Schema>) => Promise<Outcome<Value, Reason>>
  /** Runs after the commit: revalidation and the like. */
  after?: (input: z.output<Schema>) => void
  /** What each refusal means to the person who asked. */
  words: Record<Reason, string>
}

/** The door for forms: gate, then parse, then run in one transaction, then tell errors in words. */
export function action<Schema extends z.ZodType, Value, Reason extends string>(
  row: ActionRow<Schema, Value, Reason>,
): (input: unknown) => Promise<Reply<Value>> {
  return async (input) => {
    let done: { input: z.output<Schema>; value: Value }
    try {
      assertSameOrigin(await headers())
      const session = await currentSession()
      if (!session)
        throw new AppError("not_signed_in", "Your session has ended. Sign in again; nothing was saved.")
      assertCan(session.caller, row.permission)
      const parsed = row.input.safeParse(input)
      if (!parsed.success) return unreadable(parsed.error)
      const outcome = await inWorkspace(session.caller, (tx) => row.run(tx, session.caller, parsed.data))
      if (!outcome.ok)
        return { ok: false, code: outcome.reason, message: outcome.detail ?? row.words[outcome.reason] }
      done = { input: parsed.data, value: outcome.value }
    } catch (error) {
      unstable_rethrow(error)
      return told(error)
    }
    row.after?.(done.input)
    return { ok: true, value: done.value }
  }
}

function unreadable(error: z.ZodError): Reply<never> {
  const fields = Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]))
  return { ok: false, code: "invalid_input", message: "Some fields need a correction.", fields }
}

function told(error: unknown): Reply<never> {
  const known = asAppError(error)
  if (known) return { ok: false, code: known.code, message: known.message }
  const diagnosticId = randomUUID().slice(0, 8)
  log().error({ err: error, diagnosticId }, "action failed")
  return {
    ok: false,
    code: "failed",
    message: `Something failed and nothing was saved. Diagnostic id ${diagnosticId}.`,
  }
}
