type Listener = (message: { data: string; lastEventId: string }) => void

/** Stands in for the browser's stream in tests: it does what it is told. */
export class FakeEventSource {
  static readonly CLOSED = 2
  static opened: FakeEventSource[] = []
  static get last(): FakeEventSource {
    const last = FakeEventSource.opened.at(-1)
    if (!last) throw new Error("No stream was opened.")
    return last
  }

  readonly url: string
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: Listener | null = null
  onerror: (() => void) | null = null
  readonly #listeners = new Map<string, Listener>()

  constructor(url: string) {
    this.url = url
    FakeEventSource.opened.push(this)
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, listener)
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED
  }

  hear(type: string, data = "{}", lastEventId = ""): void {
    this.#listeners.get(type)?.({ data, lastEventId })
  }

  /** The server answered with something that is no stream: 401, 503. */
  refuse(): void {
    this.readyState = FakeEventSource.CLOSED
    this.onerror?.()
  }
}
