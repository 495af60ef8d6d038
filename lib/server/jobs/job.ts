/** What a running job is given: it tells now and then that it goes on, and hears when it should stop. */
export type Progress = { readonly beat: () => void; readonly signal: AbortSignal }

type Described = {
  readonly name: string
  /** For people: what it does, and why. */
  readonly title: string
  readonly about: string
  /** A run that gives no sign of progress for so long is failed and tried again. */
  readonly silentSeconds?: number
}

export type ScheduledJob = Described & {
  /** When, as a cron expression in UTC. */
  readonly schedule: string
  readonly run: (progress: Progress) => Promise<unknown>
}

/** A job that somebody asks for. It carries ids only: `run` checks what it is given. */
export type QueuedJob = Described & {
  readonly run: (data: unknown, progress: Progress) => Promise<unknown>
  /** How many may run at once in one worker. */
  readonly atOnce?: number
}
