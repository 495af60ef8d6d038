import type { Segment } from "#lib/accounts/schema.ts"
import type { ContactRole } from "#lib/contacts/schema.ts"
import type { AccountStory } from "./accounts.ts"
import { type Random, randomFor } from "./random.ts"

export type DemoContact = {
  readonly externalId: string
  readonly accountExternalId: string
  readonly role: ContactRole
  readonly strength: number
  readonly relationshipOwnerExternalId: string
  readonly name: string
  readonly email: string
  readonly title: string
}

/** Days before the anchor on which the sponsor of an account left it. */
export const sponsorLeftDaysAgo = 38

// biome-ignore format: a list of words
const firstNames = [
  "Alma", "Anton", "Beatriz", "Bruno", "Camille", "Cormac", "Dalia", "Dmitri", "Elena", "Emeka", "Farah", "Felix",
  "Greta", "Hugo", "Imani", "Isak", "Jana", "Jorge", "Kaito", "Keira", "Leonie", "Luca", "Maren", "Mateo", "Naomi",
  "Nils", "Odette", "Oskar", "Paloma", "Rafael", "Rosa", "Sanjay", "Signe", "Tariq", "Thea", "Viktor", "Wanda", "Yuki",
] as const

// biome-ignore format: a list of words
const lastNames = [
  "Abernathy", "Adeyemi", "Bergqvist", "Borges", "Castellano", "Dahlberg", "Drummond", "Eriksen", "Fairclough", "Fontaine",
  "Gallagher", "Gerlach", "Hakimi", "Holloway", "Ibsen", "Jansen", "Kaminski", "Kowalczyk", "Lindgren", "Maddox", "Moreau",
  "Nakagawa", "Obi", "Ostrander", "Pacheco", "Prasad", "Quintana", "Rasmussen", "Salcedo", "Sorensen", "Thackeray",
  "Ueda", "Valdez", "Whitlock", "Yilmaz", "Zeller",
] as const

const titles: Readonly<Record<Segment, Readonly<Record<ContactRole, readonly [string, ...string[]]>>>> = {
  Enterprise: {
    sponsor: ["Chief Operating Officer", "SVP Operations", "Chief Digital Officer"],
    champion: ["Head of Process Excellence", "Programme Director"],
    decision_maker: ["Chief Financial Officer", "Head of Procurement"],
    user: ["Operations Analyst", "Team Lead, Service Desk"],
    detractor: ["Head of IT Architecture"],
  },
  "Mid-Market": {
    sponsor: ["VP Operations", "Managing Director"],
    champion: ["Operations Manager", "Customer Service Manager"],
    decision_maker: ["Finance Director"],
    user: ["Team Lead"],
    detractor: ["IT Manager"],
  },
  SMB: {
    sponsor: ["Owner", "Founder", "General Manager"],
    champion: ["Office Manager", "Shop Manager"],
    decision_maker: ["Co-owner"],
    user: ["Assistant Manager"],
    detractor: ["Bookkeeper"],
  },
}

/** The people on the other side: always a sponsor, more the larger the account, a detractor where it goes badly. */
export function contactsOf({ account, place, fate }: AccountStory, seed: number): DemoContact[] {
  const random = randomFor(seed, 10_000 + place)
  const isUnhappy = fate === "sliding" || fate === "weak"
  const roles: ContactRole[] = ["sponsor"]
  if (account.segment !== "SMB" || place % 2 === 0) roles.push("champion")
  if (account.segment !== "SMB") roles.push("decision_maker")
  if (isUnhappy) roles.push("detractor")
  else if (account.segment === "Enterprise") roles.push("user")
  return roles.map((role, at) => {
    const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`
    return {
      externalId: `${account.externalId}-${at + 1}`,
      accountExternalId: account.externalId,
      role,
      strength: strengthOf(role, isUnhappy, random),
      relationshipOwnerExternalId: account.ownerExternalId,
      name,
      email: `${name.toLowerCase().replace(" ", ".")}@${account.domain}`,
      title: random.pick(titles[account.segment][role]),
    }
  })
}

function strengthOf(role: ContactRole, isUnhappy: boolean, random: Random): number {
  if (role === "detractor") return 1
  return isUnhappy ? random.whole(1, 3) : random.whole(3, 5)
}
