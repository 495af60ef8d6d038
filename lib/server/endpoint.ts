import "server-only"
import { randomUUID } from "node:crypto"
import { unstable_rethrow } from "next/navigation"
import type { z } from "zod"
import type { Db } from "#db/client.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { TokenRefusal } from "#lib/access/token-refusal.ts"
import type { Contract } from "#lib/api/contract.ts"
import { AppError } from "#lib/errors.ts"
import { log } from "#lib/platform/log.ts"
import { callerFromBearer } from "./auth/bearer.ts"
import { currentSession } from "./auth/session.ts"
import { asAppError, statusOf, titleOf } from "./failure.ts"
import { limitedText } from "./limited-text.ts"
import { assertSameOrigin } from "./same-origin.ts"

type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>
  query: z.output<Q>
  body: z.output<B>
}

const longestBodyBytes = 1_048_576

/** The door for machines: gate, then parse, then run in one transaction; errors as problem+json (RFC 9457). */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  contract: Contract<P, Q, B, A>,
  run: (tx: Db, caller: Caller, given: Given<P, Q, B>) => Promise<z.input<A>>,
  /** Headers that the answer brings along, such as the addresses of the pages around it. */
  headersOf: (answer: z.output<A>, url: URL) => Record<string, string> = () => ({}),
) {
  return async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    try {
      const caller = await callerOf(request)
      assertCan(caller, contract.permission)
      // A browser sends a cookie by itself, never a token.
      if (contract.method !== "GET" && caller.actor.via === "session") assertSameOrigin(request.headers)
      const url = new URL(request.url)
      const given = {
        params: read("path", contract.params, await paramsOf(context)),
        query: read("query", contract.query, Object.fromEntries(url.searchParams)),
        body: read("body", contract.body, contract.method === "GET" ? undefined : await jsonBody(request)),
      }
      const answer = await inWorkspace(caller, (tx) => run(tx, caller, given))
      const told = contract.answer.parse(answer)
      return reply(200, told, "application/json", headersOf(told, url))
    } catch (error) {
      unstable_rethrow(error)
      return problem(error)
    }
  }
}

type Long<P extends z.ZodType, Q extends z.ZodType> = {
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly request: Request
}

/** What a long endpoint says: its status and body; a status of 400 and above is a problem document. */
export type LongAnswer = { readonly status: number; readonly body: unknown }

/**
 * The same door for what outlasts one transaction, such as a file that arrives: gate, then parse path and query.
 * The body is read by `run`, as it arrives, and `run` opens its own short transactions.
 */
export function longEndpoint<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(contract: Contract<P, Q, B, A>, run: (caller: Caller, given: Long<P, Q>) => Promise<LongAnswer>) {
  return async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    try {
      const caller = await callerOf(request)
      assertCan(caller, contract.permission)
      if (contract.method !== "GET" && caller.actor.via === "session") assertSameOrigin(request.headers)
      const { status, body } = await run(caller, {
        params: read("path", contract.params, await paramsOf(context)),
        query: read("query", contract.query, Object.fromEntries(new URL(request.url).searchParams)),
        request,
      })
      if (status >= 400) return reply(status, body, "application/problem+json")
      return reply(status, contract.answer.parse(body), "application/json")
    } catch (error) {
      unstable_rethrow(error)
      return problem(error)
    }
  }
}

/** A Bearer header decides alone; without one, the session's cookie does. */
async function callerOf(request: Request): Promise<Caller> {
  const caller = (await callerFromBearer(request.headers)) ?? (await currentSession())?.caller
  if (caller) return caller
  throw new AppError("not_signed_in", "Sign in, or send an access token.")
}

/** A path without parameters is given none at all, not an empty set of them. */
const paramsOf = async (context: { params: Promise<unknown> }): Promise<unknown> =>
  (await context.params) ?? {}

function read<Schema extends z.ZodType>(where: string, schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(
    parsed.error.issues.map((issue) => [[where, ...issue.path].join("."), issue.message]),
  )
  throw new AppError("invalid_input", `The ${where} of the request has a wrong value.`, { fields })
}

async function jsonBody(request: Request): Promise<unknown> {
  const text = await limitedText(request, longestBodyBytes)
  if (text === null)
    throw new AppError(
      "too_large",
      `The body is larger than ${longestBodyBytes} bytes, is not UTF-8, or was cut.`,
    )
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError("invalid_input", "The body is not JSON.")
  }
}

/** Any error as a problem document; unknown ones keep their cause to the log. */
export function problem(error: unknown): Response {
  const known = asAppError(error)
  if (!known) {
    const diagnosticId = randomUUID().slice(0, 8)
    log().error({ err: error, diagnosticId }, "endpoint failed")
    return reply(
      500,
      { type: "about:blank", title: "Internal error", status: 500, detail: `Diagnostic id ${diagnosticId}.` },
      "application/problem+json",
    )
  }
  const status = statusOf[known.code]
  const body = {
    type: `/problems/${known.code}`,
    title: titleOf[known.code],
    status,
    detail: known.message,
    ...(known.fields ? { errors: known.fields } : {}),
  }
  const extra: Record<string, string> = {}
  const challenge = challengeOf(known, status)
  if (challenge) extra["www-authenticate"] = challenge
  if (known.retryAfterSeconds) extra["retry-after"] = String(known.retryAfterSeconds)
  return reply(status, body, "application/problem+json", extra)
}

/** RFC 6750, section 3: who sent no token is told how to, who sent a wrong one also why. */
function challengeOf(error: AppError, status: number): string | null {
  if (!(error instanceof TokenRefusal)) return status === 401 ? 'Bearer realm="cs-ops"' : null
  const scope = error.scope ? `, scope="${error.scope}"` : ""
  return `Bearer realm="cs-ops", error="${error.error}", error_description="${error.message}"${scope}`
}

function reply(status: number, body: unknown, type: string, extra: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": type, "cache-control": "private, no-store", ...extra },
  })
}
