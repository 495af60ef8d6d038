/**
 * What is known of texts, for those that were asked for most recently: at least `most`, at most twice as many. Memory
 * stays bounded however many different texts a file has.
 */
export class RecentTexts<Value> {
  readonly #most: number
  #young = new Map<string, Value>()
  #old = new Map<string, Value>()

  constructor(most: number) {
    this.#most = most
  }

  get(text: string): Value | undefined {
    const young = this.#young.get(text)
    if (young !== undefined) return young
    const old = this.#old.get(text)
    if (old !== undefined) this.set(text, old)
    return old
  }

  set(text: string, value: Value): void {
    if (this.#young.size >= this.#most && !this.#young.has(text)) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(text, value)
  }

  clear(): void {
    this.#young.clear()
    this.#old.clear()
  }
}
