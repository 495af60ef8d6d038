import type { Segment } from "#lib/accounts/schema.ts"
import type { Random } from "./random.ts"

export type ContractState = {
  /** Counts the contracts of the account. */
  number: number
  startsOn: number
  endsOn: number
  readonly noticeDays: number
  readonly years: number
  readonly autoRenews: boolean
  seats: number
  seatDollars: number
  hasAnalytics: boolean
  hasSupport: boolean
}

type Terms = {
  readonly years: number
  readonly noticeDays: number
  readonly seats: readonly [number, number]
  readonly seatDollars: readonly [number, number]
  readonly analyticsDollars: number
  readonly supportDollars: number
}

export const terms: Readonly<Record<Segment, Terms>> = {
  Enterprise: {
    years: 2,
    noticeDays: 90,
    seats: [420, 2400],
    seatDollars: [230, 320],
    analyticsDollars: 28_800,
    supportDollars: 24_000,
  },
  "Mid-Market": {
    years: 1,
    noticeDays: 60,
    seats: [60, 320],
    seatDollars: [330, 390],
    analyticsDollars: 5_760,
    supportDollars: 4_800,
  },
  SMB: {
    years: 1,
    noticeDays: 30,
    seats: [6, 40],
    seatDollars: [400, 440],
    analyticsDollars: 720,
    supportDollars: 600,
  },
}

export const listSeatDollars = 480
export const listAnalytics = 1.25

/** Many contracts are small: the square of an even number. */
export function firstContract(segment: Segment, random: Random, startsOn: number): ContractState {
  const { years, noticeDays, seats, seatDollars } = terms[segment]
  return {
    number: 1,
    startsOn,
    endsOn: startsOn + 365 * years - 1,
    noticeDays,
    years,
    autoRenews: segment === "SMB" || (segment === "Mid-Market" && random.happens(0.5)),
    seats: Math.round(seats[0] + (seats[1] - seats[0]) * random.share() ** 2),
    seatDollars: random.whole(...seatDollars),
    hasAnalytics: random.happens(segment === "Enterprise" ? 0.7 : 0.25),
    hasSupport: random.happens(segment === "Enterprise" ? 0.8 : 0.1),
  }
}

export function yearlyCents(segment: Segment, contract: ContractState): number {
  const { analyticsDollars, supportDollars } = terms[segment]
  const addOns = (contract.hasAnalytics ? analyticsDollars : 0) + (contract.hasSupport ? supportDollars : 0)
  return (contract.seats * contract.seatDollars + addOns) * 100
}
