import { repairWords } from "#components/imports/chosen-repairs.ts"
import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { repairFields } from "#components/imports/read-repair-form.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { Repair } from "#lib/imports/settings.ts"

/** What was decided so far, each with the way back. */
export function RepairsChosen({
  repairs,
  headers,
  action,
}: {
  repairs: readonly Repair[]
  headers: readonly string[]
  action: string
}) {
  if (repairs.length === 0) return null
  return (
    <section
      aria-labelledby="repairs-chosen"
      className="min-w-0 rounded-panel border border-hairline bg-surface p-4"
    >
      <h2 id="repairs-chosen" className="text-16 font-semibold">
        {formatCount(repairs.length, "repair")} chosen
      </h2>
      <PostForm action={action} label="Chosen repairs" className="mt-2">
        <ul className="flex flex-col">
          {repairs.map((repair, place) => {
            const words = repairWords(repair, headers)
            return (
              <li
                key={JSON.stringify(repair)}
                className="flex min-h-9 items-center justify-between gap-4 border-b border-hairline text-13 last:border-b-0"
              >
                <span className="min-w-0 wrap-anywhere">{words}</span>
                <PostButton
                  variant="quiet"
                  name={repairFields.takeBack}
                  value={String(place)}
                  pendingLabel="Checking again…"
                >
                  Take back<span className="sr-only">: {words}</span>
                </PostButton>
              </li>
            )
          })}
        </ul>
      </PostForm>
    </section>
  )
}
