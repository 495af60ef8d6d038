type Entry<Event> = { readonly at: number; readonly order: number; readonly event: Event }

/** What happens next: events in the order of their time, those of one time in the order in which they were planned. */
export class EventQueue<Event> {
  readonly #heap: Entry<Event>[] = []
  #planned = 0

  plan(at: number, event: Event): void {
    const entry = { at, order: this.#planned++, event }
    const heap = this.#heap
    let place = heap.push(entry) - 1
    while (place > 0) {
      const above = (place - 1) >> 1
      if (isBefore(heap[above]!, entry)) break
      heap[place] = heap[above]!
      place = above
    }
    heap[place] = entry
  }

  /** The next event that is due at or before a time; null when none is. */
  next(until: number): { readonly at: number; readonly event: Event } | null {
    const heap = this.#heap
    const first = heap[0]
    if (!first || first.at > until) return null
    const last = heap.pop()!
    if (heap.length > 0) this.#sink(last)
    return first
  }

  #sink(entry: Entry<Event>): void {
    const heap = this.#heap
    let place = 0
    for (;;) {
      let below = place * 2 + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1
      if (isBefore(entry, heap[below]!)) break
      heap[place] = heap[below]!
      place = below
    }
    heap[place] = entry
  }
}

const isBefore = <Event>(one: Entry<Event>, other: Entry<Event>): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order)
