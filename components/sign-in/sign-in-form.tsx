"use client"

import { signIn } from "next-auth/react"
import { useActionState } from "react"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { signInRefusal } from "#lib/identity/sign-in-words.ts"
import type { Reply } from "#lib/verb.ts"

type State = { reply: Reply<null> | null; email: string }

/** E-mail and password. The answer never tells whether the address exists. */
export function SignInForm({ next }: { next: string }) {
  const [state, submit] = useActionState(attempt.bind(null, next), { reply: null, email: "" })
  return (
    <form action={submit} className="flex flex-col gap-4">
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={state.email}
      />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
      <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
      <ReplyNote reply={state.reply} />
    </form>
  )
}

async function attempt(next: string, _: State, form: FormData): Promise<State> {
  const typed = (name: string) => {
    const value = form.get(name)
    return typeof value === "string" ? value : ""
  }
  const [email, password] = [typed("email"), typed("password")]
  const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined)
  if (answer?.ok && !answer.error) {
    window.location.assign(next)
    return { reply: null, email }
  }
  return { reply: { ok: false, ...signInRefusal(answer?.error) }, email }
}
