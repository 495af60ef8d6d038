import type { Segment } from "#lib/accounts/schema.ts"
import { type Region, type Tongue, tongues, towns } from "./company-words.ts"
import { namedCompanies } from "./named-companies.ts"
import type { Random } from "./random.ts"

export type Company = {
  readonly name: string
  readonly segment: Segment
  readonly industry: string
  readonly region: Region
  readonly language: string
}

/** Of twenty-five accounts three are large and eight of middle size; the first companies have chosen names. */
const segmentAt = (place: number): Segment => {
  const turn = (place * 7) % 25
  return turn < 3 ? "Enterprise" : turn < 11 ? "Mid-Market" : "SMB"
}

/** Companies one after the other, each with a name that none before it has. */
export function companySource(random: Random): (place: number) => Company {
  const taken = new Set<string>()
  const used: Record<Segment, number> = { Enterprise: 0, "Mid-Market": 0, SMB: 0 }
  return (place) => {
    const segment = segmentAt(place)
    const given = namedCompanies[segment][used[segment]++]
    if (given) {
      const [name, industry, region, language] = given
      taken.add(name)
      return { name, segment, industry, region, language }
    }
    const company = invent(segment, random, taken)
    taken.add(company.name)
    return company
  }
}

function invent(segment: Segment, random: Random, taken: ReadonlySet<string>): Company {
  const tongue = pickTongue(random)
  const tails = tongue.tails.filter(([, , ...segments]) => segments.includes(segment))
  const region = random.pick(tongue.regions)
  for (let tries = 0; ; tries++) {
    const [industry, tail] = tails[random.whole(0, tails.length - 1)] ?? ["Retail", "Trading"]
    const name = `${random.pick(tongue.roots)} ${tail}${tries < 6 ? "" : ` ${random.pick(towns)}`}`
    const numbered = tries < 12 ? name : `${name} ${taken.size + 1}`
    if (!taken.has(numbered)) return { name: numbered, segment, industry, region, language: tongue.language }
  }
}

/** Three of four speak English. */
function pickTongue(random: Random): Tongue {
  const place = random.happens(0.75) ? 0 : random.whole(1, tongues.length - 1)
  const tongue = tongues[place]
  if (!tongue) throw new RangeError(`There is no language ${place}.`)
  return tongue
}
