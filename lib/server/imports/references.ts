import type { Db } from "#db/client.ts"
import { accountsByReference, peopleByReference, type Resolved } from "#db/queries/imports-references.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountId, PersonId } from "#lib/id.ts"
import { RecentTexts } from "#lib/imports/recent-texts.ts"

/** More than the texts of any one chunk: those that it learned are all there when it asks. */
const mostKnown = 100_000

/** Asks for each text of a file once, however many rows repeat it; of a file with very many, now and then again. */
class References<Id> {
  readonly #ask: (on: Db, texts: readonly string[]) => Promise<Map<string, Resolved<Id>>>
  readonly #known = new RecentTexts<Exclude<Resolved<Id>, "unknown">>(mostKnown)
  readonly #unknown = new RecentTexts<true>(mostKnown)

  constructor(ask: (on: Db, texts: readonly string[]) => Promise<Map<string, Resolved<Id>>>) {
    this.#ask = ask
  }

  /** Those of the texts that have to be asked for. */
  missing(texts: Iterable<string | null>): ReadonlySet<string> {
    const fresh = new Set<string>()
    for (const text of texts)
      if (text !== null && this.#known.get(text) === undefined && this.#unknown.get(text) === undefined)
        fresh.add(text)
    return fresh
  }

  async learn(on: Db, texts: Iterable<string | null>): Promise<void> {
    const fresh = this.missing(texts)
    if (fresh.size === 0) return
    for (const [text, found] of await this.#ask(on, [...fresh]))
      if (found === "unknown") this.#unknown.set(text, true)
      else this.#known.set(text, found)
  }

  get(text: string): Resolved<Id> {
    return this.#known.get(text) ?? "unknown"
  }

  /** The one that the text means; null when that is nobody, or nobody can say. */
  one(text: string | null): Exclude<Resolved<Id>, string> | null {
    const found = text === null ? "unknown" : this.get(text)
    return typeof found === "string" ? null : found
  }

  /** The external id of the one that a text means: of a text that is nobody's, the one that is stored stays. */
  idOver(text: string | null, stored: string | null): string | null {
    if (text === null) return null
    return this.one(text)?.externalId ?? stored
  }

  /** After ids were given, to ask for all texts again. */
  forget(): void {
    this.#known.clear()
    this.#unknown.clear()
  }

  /** What is not stored yet when it is asked may be later in the same import. */
  forgetUnknown(): void {
    this.#unknown.clear()
  }
}

export type AccountReferences = References<AccountId>
export type PersonReferences = References<PersonId>

export const accountReferences = (caller: Caller): AccountReferences =>
  new References((on, texts) => accountsByReference(on, caller, texts))

export const personReferences = (caller: Caller): PersonReferences =>
  new References((on, texts) => peopleByReference(on, caller, texts))
