import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"

/** Away with the file; nothing of it was written. */
export function DiscardForm({ runId }: { runId: string }) {
  return (
    <PostForm action={`/imports/${runId}/discard`} label="Discard" className="print:hidden">
      <PostButton variant="quiet" pendingLabel="Discarding…">
        Discard this import
      </PostButton>
    </PostForm>
  )
}
