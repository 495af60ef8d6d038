"use server"

import { revalidatePath } from "next/cache"
import { cookies, headers } from "next/headers"
import { redirect } from "next/navigation"
import { revokeSession, switchWorkspace } from "#db/commands/sessions.ts"
import { beforeSignIn } from "#db/in-workspace.ts"
import { sessionCookieName } from "#lib/server/auth/auth-options.ts"
import { currentSession } from "#lib/server/auth/session.ts"
import { assertSameOrigin } from "#lib/server/same-origin.ts"

export async function endSession(): Promise<void> {
  assertSameOrigin(await headers())
  const session = await currentSession()
  if (session) await beforeSignIn((on) => revokeSession(on, session.tokenHash))
  ;(await cookies()).delete(sessionCookieName())
  redirect("/sign-in")
}

export async function moveToWorkspace(form: FormData): Promise<void> {
  assertSameOrigin(await headers())
  const session = await currentSession()
  const slug = form.get("workspace")
  if (!session) redirect("/sign-in")
  if (typeof slug === "string") await beforeSignIn((on) => switchWorkspace(on, session.tokenHash, slug))
  // The frame names the workspace: without this it would keep naming the one before.
  revalidatePath("/", "layout")
  redirect("/accounts")
}
