"use client"

import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import { draftIn, weightSums } from "#components/admin/model-form-values.ts"
import { ModelWeights } from "#components/admin/model-weights.tsx"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import type { ModelDraft } from "#lib/health/model-draft.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import type { Reply, Verb } from "#lib/verb.ts"

export type DraftInput = { readonly modelId: string; readonly draft: ModelDraft }

const percent = (share: number): number => Math.round(share * 1000) / 10

/** Limits, weights and vetoes of a model as a draft. Sending it changes nothing: it leads to the preview. */
export function ModelForm({
  modelId,
  model,
  draftAction,
}: {
  /** The published version that the draft would follow. */
  modelId: string
  /** What stands in the fields at first: the published version, or its draft. */
  model: HealthModel
  draftAction: Verb<DraftInput, { draftId: string }>
}) {
  const router = useRouter()
  const [sums, setSums] = useState(() => weightSums(model, model))
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isPending, startTransition] = useTransition()
  const send = (form: FormData) =>
    startTransition(async () => {
      const answer = await draftAction({ modelId, draft: draftIn(form, model) })
      setReply(answer.ok ? null : answer)
      if (answer.ok) router.push(`/admin/health-model?draft=${answer.value.draftId}`)
    })
  const fields = reply && !reply.ok ? reply.fields : undefined
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send(new FormData(event.currentTarget))
      }}
      onInput={(event) => setSums(weightSums(draftIn(new FormData(event.currentTarget), model), model))}
      className="flex flex-col gap-4 print:hidden"
    >
      <div className="flex flex-wrap items-end gap-4">
        <TextField
          label="Act now, up to"
          name="redUpTo"
          type="number"
          min={0}
          max={99}
          step={1}
          required
          hint="Points, this value included"
          defaultValue={model.bands.redUpTo}
          error={fields?.["draft.bands.redUpTo"] ?? fields?.["draft.bands"]}
          width="w-40 text-right tabular-nums"
        />
        <TextField
          label="Watch, up to"
          name="yellowUpTo"
          type="number"
          min={1}
          max={99}
          step={1}
          required
          hint="Points, above it is Good"
          defaultValue={model.bands.yellowUpTo}
          error={fields?.["draft.bands.yellowUpTo"]}
          width="w-40 text-right tabular-nums"
        />
        <TextField
          label="Least data for a band"
          name="minimumCoverage"
          type="number"
          min={0}
          max={100}
          step={0.1}
          required
          hint="% of weight that has data"
          defaultValue={percent(model.minimumCoverage)}
          error={fields?.["draft.minimumCoverage"]}
          width="w-40 text-right tabular-nums"
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={isPending}>
          {isPending ? "Scoring all accounts…" : "Preview who changes band"}
        </Button>
        <ReplyNote reply={reply} />
        {fields && (
          <p className="text-13 text-act-text">{[...new Set(Object.values(fields))].slice(0, 3).join(" ")}</p>
        )}
      </div>
      <ModelWeights model={model} sums={sums} />
    </form>
  )
}
