import type { LifecycleStage, Segment } from "#lib/accounts/schema.ts"
import { type Company, companies, parents } from "./companies.ts"
import { baseOf, type Fate, tenureWeeks } from "./fate.ts"
import { randomFor } from "./random.ts"

export type DemoAccount = Omit<Company, "fate"> & {
  readonly externalId: string
  readonly domain: string
  readonly lifecycleStage: LifecycleStage
  readonly ownerExternalId: string
  readonly parentExternalId: string | null
}

/** An account with what only the maker of the world knows: why it does as it does. */
export type AccountStory = {
  readonly account: DemoAccount
  readonly place: number
  readonly fate: Fate
  readonly base: number
  /** Days until the present contract ends. */
  readonly renewsInDays: number
}

const owners: Readonly<Record<Segment, readonly [string, ...string[]]>> = {
  Enterprise: ["P-04", "P-05"],
  "Mid-Market": ["P-07", "P-08"],
  SMB: ["P-11"],
}

/** Stories in the order of the companies; a troubled account often renews soon, so that its trouble matters. */
export function accountStories(seed: number): AccountStory[] {
  const idOf = new Map(companies.map(({ name }, place) => [name, externalIdOf(place)]))
  return companies.map(({ fate, ...company }, place) => {
    const random = randomFor(seed, place)
    const base = baseOf(fate, random.between(0, 1))
    const isTroubled = ["sliding", "sponsor_left", "overdue", "weak"].includes(fate)
    const renewsInDays = tenureWeeks[fate]
      ? 364 - tenureWeeks[fate] * 7
      : isTroubled
        ? random.whole(24, 110)
        : random.whole(18, 352)
    const among = owners[company.segment]
    const account = {
      ...company,
      externalId: externalIdOf(place),
      domain: `${plainWord(company.name)}.example`,
      lifecycleStage: stageOf(fate, renewsInDays),
      ownerExternalId: among[place % among.length] ?? among[0],
      parentExternalId: idOf.get(parents.get(company.name) ?? "") ?? null,
    }
    return { account, place, fate, base, renewsInDays }
  })
}

const externalIdOf = (place: number): string => `A-${1001 + place}`

function stageOf(fate: Fate, renewsInDays: number): LifecycleStage {
  if (tenureWeeks[fate] !== null) return "onboarding"
  if (renewsInDays <= 90) return "renewal"
  return fate === "uneven" || fate === "weak" ? "adoption" : "value"
}

/** The first words of a name in plain letters, for made-up addresses. */
const plainWord = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .split(/ +/)
    .slice(0, 3)
    .join("-")
