import { beforeSignIn } from "#db/in-workspace.ts"
import { eventHorizon } from "#db/queries/events.ts"
import { can } from "#lib/access/policy.ts"
import { AppError } from "#lib/errors.ts"
import { formatCursor, parseCursor } from "#lib/events/cursor.ts"
import { currentSession } from "#lib/server/auth/session.ts"
import { problem } from "#lib/server/endpoint.ts"
import { streamHub } from "#lib/server/stream/hub.ts"

const streamsPerSession = 20
const streamsPerProcess = 2_000

/** Live events of the session's workspace. Begins after `Last-Event-ID`, or after `?after=`, or now. */
export async function GET(request: Request): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new AppError("not_signed_in", "Sign in to follow live changes.")
    if (!can(session.caller.actor, "event.read"))
      throw new AppError("forbidden", "Your role may not follow events.")
    const hub = streamHub()
    if (hub.isClosing)
      throw new AppError("unavailable", "This process is stopping.", { retryAfterSeconds: 1 })
    if (hub.streamsOf(session.sessionId) >= streamsPerSession || hub.size >= streamsPerProcess)
      throw new AppError("too_many_requests", "Too many open streams. Close a window.", {
        retryAfterSeconds: 5,
      })
    const horizon = await beforeSignIn((on) => eventHorizon(on))
    const asked = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after")
    const after = asked ? parseCursor(asked) : null
    const isKnown = after !== null && after.epoch === horizon.epoch
    const identity = { sessionId: session.sessionId, workspaceId: session.workspaceId }
    const client = hub.open(identity, isKnown ? after : horizon, request.signal)
    if (asked && !isKnown) client.write("event: reset\ndata: {}\n\n")
    if (!isKnown) client.write(`id: ${formatCursor(horizon)}\nevent: hello\ndata: {}\n\n`)
    return new Response(client.body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "private, no-store, no-transform",
        "x-accel-buffering": "no",
      },
    })
  } catch (error) {
    return problem(error)
  }
}
