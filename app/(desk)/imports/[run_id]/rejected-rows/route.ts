import { assertCan } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { currentSession } from "#lib/server/auth/session.ts"
import { problem } from "#lib/server/endpoint.ts"
import { rejectedRowsCsv } from "#lib/server/imports/rejected-rows.ts"
import type { RunParams } from "../open-run.ts"
import { runOfForm } from "../run-of-form.ts"

/** The rows that an import left out, each with its problem and fix, as a file to mend and import again. */
export async function GET(_: Request, { params }: { params: Promise<RunParams> }): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new AppError("not_signed_in", "Sign in to download rejected rows.")
    assertCan(session.caller, "import.write")
    const run = await runOfForm(session.caller, await params)
    const name = `rejected ${run.fileName}`.replace(/(\.(csv|tsv|txt|xlsx|gz))+$/i, "")
    return new Response(streamOf(rejectedRowsCsv(session.caller, run.id)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="rejected.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
        "cache-control": "private, no-store",
      },
    })
  } catch (error) {
    return problem(error)
  }
}

function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
