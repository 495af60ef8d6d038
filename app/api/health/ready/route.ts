import { connection } from "next/server"
import { beforeSignIn } from "#db/in-workspace.ts"
import { assertReady } from "#db/queries/readiness.ts"

/** Requests can be served: the database answers and has our schema. */
export async function GET(): Promise<Response> {
  await connection()
  const headers = { "cache-control": "no-store" }
  try {
    await beforeSignIn(assertReady)
    return Response.json({ status: "ready" }, { headers })
  } catch {
    return Response.json(
      { status: "not ready", reason: "The database does not answer." },
      { status: 503, headers: { ...headers, "retry-after": "2" } },
    )
  }
}
