import "server-only"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import type { z } from "zod"
import { currentSession, type Session } from "./auth/session.ts"
import { whileAvailable } from "./desk/while-available.ts"
import { assertSameOrigin } from "./same-origin.ts"

type SessionActionRow<Schema extends z.ZodType> = {
  input: Schema
  run: (session: Session, input: z.output<Schema>) => Promise<unknown>
  /** Where it leads once it is done: cookies, revalidation, redirect. */
  after: () => Promise<void> | void
}

/**
 * The door for what a person does with the own session, which needs no permission: gate, then parse, then run.
 * Whoever has no session is led to the sign-in page; while the database does not answer, to a 503 that comes back.
 * A form that cannot be read changes nothing.
 */
export function sessionAction<Schema extends z.ZodType>(
  row: SessionActionRow<Schema>,
): (form?: FormData) => Promise<void> {
  return async (form) => {
    assertSameOrigin(await headers())
    await whileAvailable(async () => {
      const session = await currentSession()
      if (!session) redirect("/sign-in")
      const parsed = row.input.safeParse(form instanceof FormData ? Object.fromEntries(form) : {})
      if (parsed.success) await row.run(session, parsed.data)
    })
    await row.after()
  }
}
