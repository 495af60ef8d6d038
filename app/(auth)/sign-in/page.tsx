import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SignInForm } from "#components/sign-in/sign-in-form.tsx"
import { nextPath } from "#lib/identity/next-path.ts"
import { currentSession } from "#lib/server/auth/session.ts"
import { whileAvailable } from "#lib/server/desk/while-available.ts"

export const metadata: Metadata = { title: "Sign in" }

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>
}) {
  const asked = (await searchParams).next
  const next = nextPath(typeof asked === "string" ? asked : null)
  if (await whileAvailable(currentSession)) redirect(next)
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-6 p-6">
      <div>
        <h1 className="text-20 font-semibold">Sign in to CS-Ops</h1>
        <p className="text-13 text-muted">
          The start command printed the address, the sign-ins and where the password is kept.
        </p>
      </div>
      <SignInForm next={next} />
    </main>
  )
}
