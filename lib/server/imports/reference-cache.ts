import type { Db } from "#db/client.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import type { Resolved } from "#db/queries/imports-references.ts"
import type { Caller } from "#lib/access/caller.ts"

const mostKnown = 200_000

/** What texts of a file mean, asked once for each; it forgets all when it is full, so that memory stays bounded. */
export class ReferenceCache<Id> {
  readonly #caller: Caller
  readonly #ask: (on: Db, caller: Caller, texts: readonly string[]) => Promise<Map<string, Resolved<Id>>>
  readonly #known = new Map<string, Resolved<Id>>()

  constructor(
    caller: Caller,
    ask: (on: Db, caller: Caller, texts: readonly string[]) => Promise<Map<string, Resolved<Id>>>,
  ) {
    this.#caller = caller
    this.#ask = ask
  }

  /** Asks for what is not known yet, in one short transaction; in none when all is known. */
  async learn(texts: ReadonlySet<string>): Promise<void> {
    const fresh: string[] = []
    for (const text of texts) if (!this.#known.has(text)) fresh.push(text)
    if (fresh.length === 0) return
    if (this.#known.size > mostKnown) {
      this.#known.clear()
      fresh.splice(0, fresh.length, ...texts)
    }
    const found = await inWorkspace(this.#caller, (tx) => this.#ask(tx, this.#caller, fresh))
    for (const [text, meaning] of found) this.#known.set(text, meaning)
  }

  get(text: string): Resolved<Id> {
    return this.#known.get(text) ?? "unknown"
  }
}
