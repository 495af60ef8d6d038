import type { Db } from "#db/client.ts"
import { peopleToMatch } from "#db/queries/imports-identity.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { PersonRecord } from "#lib/imports/records.ts"
import { type PersonMatch, PersonSettling, type SettledPerson } from "#lib/imports/settle-person.ts"
import type { PersonReferences } from "./references.ts"

/** Which people the rows of one file mean, a batch at a time and in their order. */
export class PersonIdentities {
  readonly #caller: Caller
  readonly #settling: PersonSettling

  constructor(caller: Caller, plan: ImportPlan) {
    this.#caller = caller
    this.#settling = new PersonSettling(plan)
  }

  async settle(
    on: Db,
    people: PersonReferences,
    records: readonly PersonRecord[],
  ): Promise<readonly SettledPerson[]> {
    const nameless = records.filter(({ externalId }) => externalId === null)
    await people.learn(
      on,
      nameless.map(({ name }) => name),
    )
    const stated = records.flatMap(({ externalId, name }) =>
      externalId === null ? [] : [{ externalId, name }],
    )
    const found = await peopleToMatch(on, this.#caller, stated)
    let at = 0
    return records.map((record) =>
      this.#settling.settle(
        record,
        record.externalId === null ? byName(people, record.name) : (found[at++] ?? { is: "new" }),
      ),
    )
  }
}

function byName(people: PersonReferences, name: string): PersonMatch {
  const found = people.get(name)
  if (found === "several") return { is: "several" }
  return found === "unknown" ? { is: "new" } : { is: "known", externalId: found.externalId }
}
