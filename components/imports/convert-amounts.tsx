import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { repairFields } from "#components/imports/read-repair-form.ts"
import { controlLook } from "#components/ui/field.tsx"
import { formatCount } from "#lib/format/plural.ts"
import type { Problem } from "#lib/imports/schema.ts"

/** Each other currency with the rate by which its amounts become the workspace's own. A currency left blank stays a problem. */
export function ConvertAmounts({
  action,
  column,
  values,
}: {
  action: string
  column: number
  values: Problem["values"]
}) {
  return (
    <PostForm
      action={action}
      label="Convert amounts"
      className="flex flex-col items-start gap-2 print:hidden"
    >
      <input type="hidden" name={repairFields.column} value={column} />
      <ul className="flex flex-col gap-2">
        {values.map(({ found, count }) => (
          <li key={found} className="flex flex-wrap items-center gap-2 text-13">
            <input type="hidden" name={repairFields.from} value={found} />
            <label className="flex items-center gap-2">
              <span>
                1 <bdi>{found}</bdi> is
              </span>
              <input
                name={repairFields.rate}
                inputMode="decimal"
                autoComplete="off"
                placeholder="Rate"
                className={`${controlLook} w-28 tabular-nums`}
              />
            </label>
            <span className="text-muted tabular-nums">
              of the workspace’s currency, in {formatCount(count, "place")}
            </span>
          </li>
        ))}
      </ul>
      <PostButton pendingLabel="Checking again…">Convert these amounts</PostButton>
    </PostForm>
  )
}
