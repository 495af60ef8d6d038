/** What really happened and why: only benches read it, never the product. */
export type WorldTruth = {
  readonly anchorDay: string
  readonly firstDay: string
  readonly planted: unknown
  /** By account: the hazard of each day from `from` on, in millionths; 0 after the decision to leave. */
  readonly hazards: Readonly<
    Record<string, { readonly from: number; readonly perMillion: readonly number[] }>
  >
  readonly losses: readonly Loss[]
  readonly answers: readonly AnswerWeek[]
}

export type Loss = {
  readonly accountExternalId: string
  /** Counted from the first day. */
  readonly noticeOn: number
  readonly lostOn: number
  readonly cause: string
}

/** Hours of work until tickets of a segment were answered, by week. */
export type AnswerWeek = {
  readonly week: number
  readonly segment: string
  readonly tickets: number
  readonly meanHours: number
}

/** Collects the truth while the world goes on. */
export class TruthLog {
  readonly #hazards = new Map<string, { from: number; perMillion: number[] }>()
  readonly #losses: Loss[] = []
  readonly #answers = new Map<string, { week: number; segment: string; tickets: number; hours: number }>()

  hazard(accountExternalId: string, day: number, hazard: number): void {
    const known = this.#hazards.get(accountExternalId) ?? { from: day, perMillion: [] }
    this.#hazards.set(accountExternalId, known)
    // Days between a loss and a return have none.
    while (known.from + known.perMillion.length < day) known.perMillion.push(0)
    known.perMillion.push(Math.round(hazard * 1_000_000))
  }

  loss(loss: Loss): void {
    this.#losses.push(loss)
  }

  answer(day: number, segment: string, hours: number): void {
    const week = Math.floor(day / 7)
    const key = `${segment} ${week}`
    const known = this.#answers.get(key) ?? { week, segment, tickets: 0, hours: 0 }
    this.#answers.set(key, { ...known, tickets: known.tickets + 1, hours: known.hours + hours })
  }

  tell(frame: Pick<WorldTruth, "anchorDay" | "firstDay" | "planted">): WorldTruth {
    return {
      ...frame,
      hazards: Object.fromEntries(this.#hazards),
      losses: [...this.#losses],
      answers: [...this.#answers.values()].map(({ week, segment, tickets, hours }) => ({
        week,
        segment,
        tickets,
        meanHours: Math.round((hours / tickets) * 100) / 100,
      })),
    }
  }
}
