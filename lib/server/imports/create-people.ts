import type { Db } from "#db/client.ts"
import { writePeople } from "#db/commands/people.ts"
import type { Writing } from "./writing.ts"

/** Makes the people whom a column names and nobody knows, when that was decided: their name is all that is known. */
export async function createPeople(
  tx: Db,
  { caller, plan, cause, people }: Writing,
  { field, names }: { field: string; names: readonly (string | null)[] },
): Promise<void> {
  const column = plan.fields[field]?.index
  await people.learn(tx, names)
  const isWanted = plan.treatments.some(
    (treatment) => treatment.do === "create" && treatment.column === column,
  )
  if (column === undefined || !isWanted) return
  const unknown = new Map(
    names.flatMap((name) =>
      name !== null && people.get(name) === "unknown" ? [[name.toLowerCase(), name]] : [],
    ),
  )
  if (unknown.size === 0) return
  await writePeople(tx, caller, {
    teams: [],
    skills: [],
    people: [...unknown.values()].map((name) => ({
      externalId: name,
      name,
      position: "Customer Success Manager",
      jobFunction: "cs" as const,
      managerExternalId: null,
      teamName: null,
      fte: 1,
      timeZone: null,
      startedOn: null,
      endedOn: null,
      skills: [],
      costRates: [],
    })),
    cause,
  })
  people.forgetUnknown()
  await people.learn(tx, names)
}
