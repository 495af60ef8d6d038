import type { Progress } from "./job.ts"
import { SilentRun } from "./silent-run.ts"

/**
 * Runs work that must show signs of life: silence for longer than allowed ends the wait with an error, and the
 * work is told to stop. A process that dies is noticed elsewhere, by the queue's own heartbeat.
 */
export function withinProgress<Value>(
  silentSeconds: number,
  work: (progress: Progress) => Promise<Value>,
  asked?: AbortSignal,
): Promise<Value> {
  const stopping = new AbortController()
  const signal = asked ? AbortSignal.any([stopping.signal, asked]) : stopping.signal
  let timer: NodeJS.Timeout | undefined
  return new Promise((resolve, reject) => {
    const beat = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const error = new SilentRun(silentSeconds)
        stopping.abort(error)
        reject(error)
      }, silentSeconds * 1_000)
    }
    beat()
    work({ beat, signal })
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
