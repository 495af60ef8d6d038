"use client"

import { useActionState, useEffect, useRef } from "react"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SelectField } from "#components/ui/select-field.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import type { Reply } from "#lib/verb.ts"
import type { ViewScope } from "#lib/views/schema.ts"

type Named = { readonly name: string; readonly scope: ViewScope }
type Typed = { readonly reply: Reply<unknown> | null; readonly name: string; readonly scope: string }

const viewScopes = ["personal", "team"] as const satisfies readonly ViewScope[]
const forWhom: Readonly<Record<ViewScope, string>> = { personal: "Only me", team: "Everybody here" }

/** Names a view and says who sees it; one that has a name gets another. */
export function ViewsSaveDialog({
  before,
  mayWriteTeam,
  onSave,
  onClose,
}: {
  /** Its name so far. */
  before?: string
  mayWriteTeam: boolean
  onSave: (named: Named) => Promise<Reply<unknown>>
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const [{ reply, name, scope }, submit] = useActionState<Typed, FormData>(
    async (_, form) => {
      const asked = { name: text(form, "name"), scope: text(form, "scope") }
      const chosen = viewScopes.find((each) => each === asked.scope) ?? "personal"
      const answer = await onSave({ name: asked.name, scope: chosen }).catch(() => noAnswer)
      return { reply: answer, ...asked }
    },
    { reply: null, name: before ?? "", scope: "personal" },
  )
  const title = before === undefined ? "Save as view" : "Rename view"
  const fields = reply && !reply.ok ? reply.fields : undefined
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      closedby="any"
      onClose={onClose}
      className="mx-auto mt-[10vh] mb-auto w-96 max-w-[calc(100vw-2rem)] rounded-panel bg-surface p-4 text-ink shadow-overlay backdrop:bg-[color-mix(in_srgb,black_40%,transparent)] print:hidden"
    >
      <form action={submit} className="flex flex-col gap-3">
        <h2 className="text-16 font-semibold">{title}</h2>
        {before === undefined && (
          <p className="text-13 text-muted">Filters, order and columns are kept under a name, as a tab.</p>
        )}
        <TextField
          label="Name"
          name="name"
          required
          maxLength={60}
          defaultValue={name}
          error={fields?.name}
        />
        {mayWriteTeam && (
          <SelectField
            label="Who sees it"
            name="scope"
            options={viewScopes.map((each) => ({ value: each, label: forWhom[each] }))}
            defaultValue={scope}
          />
        )}
        <ReplyNote reply={fields ? null : reply} />
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onClick={() => dialog.current?.close()}>
            Cancel
          </Button>
          <SubmitButton pendingLabel={before === undefined ? "Saving the view…" : "Renaming the view…"}>
            {before === undefined ? "Save view" : title}
          </SubmitButton>
        </div>
      </form>
    </dialog>
  )
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}

const noAnswer: Reply<never> = {
  ok: false,
  code: "failed",
  message: "The server did not answer. Look at your views before you repeat it.",
}
