import { AppError } from "#lib/errors.ts"

type Waiter = { start: () => void; timer: NodeJS.Timeout }

/** Admits at most `size` holders; the rest wait in line for a bounded time, then are told to come back. */
export class Slots {
  #free: number
  readonly #busyWords: string
  readonly #line: Waiter[] = []

  /** `busyWords` is what somebody is told who waited in vain. */
  constructor(size: number, busyWords: string) {
    this.#busyWords = busyWords
    this.#free = size
  }

  async hold<Value>(waitMs: number, work: () => Promise<Value>): Promise<Value> {
    await this.#take(waitMs)
    try {
      return await work()
    } finally {
      this.#give()
    }
  }

  #take(waitMs: number): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        start: () => {
          clearTimeout(waiter.timer)
          resolve()
        },
        timer: setTimeout(() => {
          this.#line.splice(this.#line.indexOf(waiter), 1)
          reject(
            new AppError("unavailable", this.#busyWords, {
              retryAfterSeconds: 2,
            }),
          )
        }, waitMs),
      }
      this.#line.push(waiter)
    })
  }

  #give(): void {
    const next = this.#line.shift()
    if (next) next.start()
    else this.#free += 1
  }
}
