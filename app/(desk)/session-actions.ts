"use server"

import { revalidatePath } from "next/cache"
import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { z } from "zod"
import { revokeSession, switchWorkspace } from "#db/commands/sessions.ts"
import { beforeSignIn } from "#db/in-workspace.ts"
import { expiredSessionCookie } from "#lib/server/auth/expired-session-cookie.ts"
import { sessionAction } from "#lib/server/session-action.ts"

export const endSession = sessionAction({
  input: z.object({}),
  run: (session) => beforeSignIn((on) => revokeSession(on, session.tokenHash)),
  after: async () => {
    ;(await cookies()).set(expiredSessionCookie())
    redirect("/sign-in")
  },
})

export const moveToWorkspace = sessionAction({
  input: z.object({ workspace: z.string().min(1).max(200) }),
  run: (session, { workspace }) => beforeSignIn((on) => switchWorkspace(on, session.tokenHash, workspace)),
  after: () => {
    // The frame names the workspace: without this it would keep naming the one before.
    revalidatePath("/", "layout")
    redirect("/home")
  },
})
