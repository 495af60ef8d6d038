"use client"

import { useRef } from "react"
import { Button } from "#components/ui/button.tsx"
import { controlLook } from "#components/ui/field.tsx"

type Choice = { readonly slug: string; readonly name: string }

/** Moves to another workspace of the same person; choosing is enough, the button serves without script. */
export function WorkspaceSwitcher({
  current,
  choices,
  action,
}: {
  current: string
  choices: readonly Choice[]
  action: (form: FormData) => Promise<void>
}) {
  const form = useRef<HTMLFormElement>(null)
  return (
    <form ref={form} action={action} className="flex min-w-0 items-center gap-2">
      <select
        name="workspace"
        aria-label="Workspace"
        defaultValue={current}
        key={current}
        className={`${controlLook} max-w-48 min-w-0 font-semibold`}
        onChange={() => form.current?.requestSubmit()}
      >
        {choices.map((choice) => (
          <option key={choice.slug} value={choice.slug}>
            {choice.name}
          </option>
        ))}
      </select>
      <noscript>
        <Button type="submit">Switch</Button>
      </noscript>
    </form>
  )
}
