import { recommendedRepairs } from "#components/imports/chosen-repairs.ts"
import { stepHref } from "#components/imports/import-steps.ts"
import { isOfMapping } from "#components/imports/mapping-problems.ts"
import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { repairFields } from "#components/imports/read-repair-form.ts"
import { ButtonLink } from "#components/ui/button-link.tsx"
import type { ButtonVariant } from "#components/ui/button-look.ts"
import { formatNumber } from "#lib/format/number.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import type { ImportKind } from "#lib/imports/schema.ts"

/** The ways on from the check: to the preview, through all recommended repairs, or back to map or another file. */
export function CheckActions({
  runId,
  kind,
  check,
}: {
  runId: string
  kind: ImportKind
  check: ImportCheck
}) {
  const repairable = recommendedRepairs([...check.problems, ...check.warnings]).length
  if (check.isWritable)
    return (
      <>
        {repairable > 0 && <ApplyAll runId={runId} count={repairable} variant="secondary" />}
        <ButtonLink href={stepHref(runId, "preview")} variant="primary">
          Preview the changes
        </ButtonLink>
      </>
    )
  if (check.problems.some(isOfMapping))
    return (
      <ButtonLink href={stepHref(runId, "map")} variant="primary">
        Map the columns
      </ButtonLink>
    )
  if (check.problems.every(({ repairs }) => repairs.length === 0))
    return (
      <ButtonLink href={`/imports/new?kind=${kind}&instead=${runId}`} variant="primary">
        Choose another file
      </ButtonLink>
    )
  return <ApplyAll runId={runId} count={repairable} variant="primary" />
}

function ApplyAll({ runId, count, variant }: { runId: string; count: number; variant: ButtonVariant }) {
  return (
    <PostForm action={`/imports/${runId}/repairs`} label="Recommended repairs">
      <PostButton
        name={repairFields.all}
        value="1"
        variant={variant}
        pendingLabel="Repairing and checking again…"
      >
        {count === 1
          ? "Apply the recommended repair"
          : `Apply all ${formatNumber(count)} recommended repairs`}
      </PostButton>
    </PostForm>
  )
}
