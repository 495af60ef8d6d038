import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { repairFields } from "#components/imports/read-repair-form.ts"
import { controlLook } from "#components/ui/field.tsx"
import { formatNumber } from "#lib/format/number.ts"
import type { Problem } from "#lib/imports/schema.ts"

/** Each wrong word with a word to read it as; what is left alone stays a problem. Opens without script. */
export function ReplaceWords({
  action,
  column,
  values,
  choices,
}: {
  action: string
  column: number
  values: Problem["values"]
  choices?: readonly string[] | undefined
}) {
  return (
    <details className="print:hidden">
      <summary className="w-fit rounded-tag text-13 text-ink-2 underline decoration-control underline-offset-3 hover:text-ink">
        Replace words one by one
      </summary>
      <PostForm action={action} label="Replace words" className="mt-2 flex flex-col items-start gap-2">
        <input type="hidden" name={repairFields.column} value={column} />
        <ul className="flex flex-col gap-2">
          {values.map(({ found, count }) => (
            <li key={found} className="flex flex-wrap items-center gap-2 text-13">
              <input type="hidden" name={repairFields.from} value={found} />
              <span className="w-48 truncate">
                <bdi>{found === "" ? "(blank)" : found}</bdi>{" "}
                <span className="text-muted tabular-nums">× {formatNumber(count)}</span>
              </span>
              <span aria-hidden="true">→</span>
              {choices ? (
                <select
                  name={repairFields.to}
                  aria-label={`Read “${found}” as`}
                  className={`${controlLook} w-48`}
                  defaultValue=""
                >
                  <option value="">Leave as it is</option>
                  {choices.map((choice) => (
                    <option key={choice} value={choice}>
                      {choice}
                    </option>
                  ))}
                </select>
              ) : (
                <input
                  name={repairFields.to}
                  aria-label={`Read “${found}” as`}
                  placeholder="Leave as it is"
                  autoComplete="off"
                  className={`${controlLook} w-48`}
                />
              )}
            </li>
          ))}
        </ul>
        <PostButton pendingLabel="Checking again…">Replace these words</PostButton>
      </PostForm>
    </details>
  )
}
