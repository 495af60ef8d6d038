import { rescoreChannel } from "#db/commands/signals-due.ts"
import { beforeSignIn } from "#db/in-workspace.ts"
import { type JobWorkspace, jobWorkspaces } from "#db/queries/workspaces.ts"
import { log } from "#lib/platform/log.ts"
import { scoreDue } from "#lib/server/health/score-due.ts"
import { Listener } from "#lib/server/stream/listener.ts"

const sweepEveryMs = 5_000
/**
 * Between two chunks of accounts that were marked in bulk, as by an import: every chunk is told to all open pages, and
 * what an import goes on changing is better scored once than ten times.
 */
const bulkPauseMs = 500

/**
 * Scores accounts with new readings as soon as a notice tells of them; a sweep over all workspaces finds what no
 * notice told. Workspaces take turns, one chunk each, so that a large one keeps no other waiting.
 */
export class DueScoring {
  readonly #listener: Listener
  readonly #waiting = new Set<string>()
  /** The workspaces whose bulk has its pause; what is marked singly does not wait for it. */
  readonly #pausing = new Map<string, NodeJS.Timeout>()
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
    for (const pause of this.#pausing.values()) clearTimeout(pause)
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

  #pauseBulk(workspaceId: string): void {
    const resume = () => {
      this.#pausing.delete(workspaceId)
      this.#wake(workspaceId)
    }
    this.#pausing.set(workspaceId, setTimeout(resume, bulkPauseMs))
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
        const withBulk = !this.#pausing.has(workspaceId)
        const { remaining, hadBulk } = await scoreDue(workspace, { withBulk })
        if (hadBulk) this.#pauseBulk(workspaceId)
        if (remaining && !hadBulk) this.#waiting.add(workspaceId)
      } catch (error) {
        log().warn({ err: error, workspaceId }, "scoring: new readings could not be scored, will try again")
      }
    }
  }
}
