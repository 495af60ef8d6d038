import type { JobWorkspace } from "#db/queries/workspaces.ts"

type Turn = {
  /** What is done with a workspace, for the words of a failure. */
  readonly done: string
  readonly work: (workspace: JobWorkspace) => Promise<void>
  readonly signal?: AbortSignal
}

/** One workspace that fails keeps none of the others waiting; the job fails after all had their turn. */
export async function eachWorkspace(
  workspaces: readonly JobWorkspace[],
  { done, work, signal }: Turn,
): Promise<void> {
  const failures: Error[] = []
  for (const workspace of workspaces) {
    signal?.throwIfAborted()
    try {
      await work(workspace)
    } catch (error) {
      failures.push(new Error(`Workspace ${workspace.workspaceId} was not ${done}.`, { cause: error }))
    }
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} of ${workspaces.length} workspaces were not ${done}.`,
    )
}
