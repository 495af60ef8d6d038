import { rescoreChannel } from "#db/commands/signals-due.ts"
import { beforeSignIn } from "#db/in-workspace.ts"
import { type JobWorkspace, jobWorkspaces } from "#db/queries/workspaces.ts"
import { log } from "#lib/platform/log.ts"
import { scoreDue } from "#lib/server/health/score-due.ts"
import { Listener } from "#lib/server/stream/listener.ts"

const sweepEveryMs = 5_000

/**
 * Scores accounts with new readings as soon as a notice tells of them; a sweep over all workspaces finds what no
 * notice told. Workspaces take turns, one chunk each, so that a large one keeps no other waiting.
 */
export class DueScoring {
  readonly #listener: Listener
  readonly #waiting = new Set<string>()
  #workspaces = new Map<string, JobWorkspace>()
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #isStopped = false

  constructor(databaseUrl: string) {
    this.#listener = new Listener({
      url: databaseUrl,
      channels: { [rescoreChannel]: (workspaceId) => this.#wake(workspaceId) },
      onGap: () => void this.#sweep(),
    })
  }

  start(): void {
    this.#listener.start()
    this.#timer = setInterval(() => void this.#sweep(), sweepEveryMs)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#timer) clearInterval(this.#timer)
    await Promise.all([this.#listener.stop(), this.#running])
  }

  async #sweep(): Promise<void> {
    try {
      const workspaces = await beforeSignIn(jobWorkspaces)
      this.#workspaces = new Map(workspaces.map((workspace) => [workspace.workspaceId, workspace]))
      for (const { workspaceId } of workspaces) this.#wake(workspaceId)
    } catch (error) {
      log().warn({ err: error }, "scoring: workspaces could not be read, will try again")
    }
  }

  #wake(workspaceId: string): void {
    if (this.#isStopped) return
    this.#waiting.add(workspaceId)
    this.#running ??= this.#takeTurns().finally(() => {
      this.#running = null
      const [next] = this.#waiting
      if (next) this.#wake(next)
    })
  }

  async #takeTurns(): Promise<void> {
    for (const workspaceId of this.#waiting) {
      if (this.#isStopped) return
      this.#waiting.delete(workspaceId)
      // One that was made since the last sweep.
      if (!this.#workspaces.has(workspaceId)) await this.#sweep()
      const workspace = this.#workspaces.get(workspaceId)
      if (!workspace) continue
      try {
        const { remaining } = await scoreDue(workspace)
        if (remaining) this.#waiting.add(workspaceId)
      } catch (error) {
        log().warn({ err: error, workspaceId }, "scoring: new readings could not be scored, will try again")
      }
    }
  }
}
