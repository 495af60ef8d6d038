import { stepHref } from "#components/imports/import-steps.ts"
import { isOfMapping } from "#components/imports/mapping-problems.ts"
import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { repairFields } from "#components/imports/read-repair-form.ts"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { formatNumber } from "#lib/format/number.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import type { ImportKind } from "#lib/imports/schema.ts"

/** The one way on from the check: to the preview, through all recommended repairs, or back to another file. */
export function CheckActions({
  runId,
  kind,
  check,
}: {
  runId: string
  kind: ImportKind
  check: ImportCheck
}) {
  if (check.isWritable)
    return (
      <ButtonLink href={`/imports/${runId}/preview`} variant="primary">
        Preview the changes
      </ButtonLink>
    )
  if (check.problems.some(isOfMapping))
    return (
      <ButtonLink href={stepHref(runId, "map")} variant="primary">
        Map the columns
      </ButtonLink>
    )
  const repairable = check.problems.filter(({ repairs }) => repairs.length > 0).length
  const other = `/imports/new?kind=${kind}&instead=${runId}`
  if (repairable === 0)
    return (
      <ButtonLink href={other} variant="primary">
        Choose another file
      </ButtonLink>
    )
  return (
    <PostForm action={`/imports/${runId}/repairs`} label="Recommended repairs">
      <PostButton
        name={repairFields.all}
        value="1"
        variant="primary"
        pendingLabel="Repairing and checking again…"
      >
        {repairable === 1
          ? "Apply the recommended repair"
          : `Apply all ${formatNumber(repairable)} recommended repairs`}
      </PostButton>
    </PostForm>
  )
}
