import type { Segment } from "#lib/accounts/schema.ts"
import { Absences } from "./absences.ts"
import type { AccountState } from "./account-state.ts"
import { type StaffMember, staffMembers } from "./people.ts"
import { type Calendar, type WorldPlan, workFactor } from "./plan.ts"

export type Owner = {
  readonly member: StaffMember
  readonly absences: Absences
  accounts: number
}
export type Agent = { readonly member: StaffMember; readonly absences: Absences; freeAt: number }

/** Accounts that one full-time owner looks after well. */
const goodBook: Readonly<Record<Segment, number>> = { Enterprise: 8, "Mid-Market": 24, SMB: 58 }

/** Who looks after which accounts and who answers tickets, as people join, leave and are away. */
export class Staffing {
  readonly agents: Readonly<Record<Segment, Agent[]>> = { Enterprise: [], "Mid-Market": [], SMB: [] }
  readonly #owners: Readonly<Record<Segment, Owner[]>> = { Enterprise: [], "Mid-Market": [], SMB: [] }
  readonly #byId = new Map<string, Owner>()
  readonly #anchor: number
  readonly #workFactor: number

  constructor(plan: WorldPlan, calendar: Calendar) {
    this.#anchor = calendar.anchor
    this.#workFactor = workFactor(plan)
    const dayOfYear = (day: number) => {
      const [year = "", month = "", date = ""] = calendar.dayOf(day).split("-")
      return (Date.UTC(+year, +month - 1, +date) - Date.UTC(+year, 0, 1)) / 86_400_000
    }
    for (const [at, member] of staffMembers(plan).entries()) {
      if (!member.segment) continue
      const absences = new Absences(plan.seed, at, dayOfYear)
      if (member.work === "answers tickets") this.agents[member.segment].push({ member, absences, freeAt: 0 })
      if (member.work !== "owns accounts") continue
      const owner = { member, absences, accounts: 0 }
      this.#owners[member.segment].push(owner)
      this.#byId.set(member.externalId, owner)
    }
  }

  owner(id: string): Owner {
    const owner = this.#byId.get(id)
    if (!owner) throw new RangeError(`${id} looks after no accounts.`)
    return owner
  }

  /** The colleague of the segment with the fewest accounts for their hours. */
  ownerFor(segment: Segment, day: number): Owner {
    const there = this.#owners[segment].filter((owner) => this.isEmployed(owner.member, day))
    const [first] = there
    if (!first) throw new RangeError(`Nobody looks after ${segment} accounts on day ${day}.`)
    return there.reduce((best, one) => (loadOf(one) < loadOf(best) ? one : best), first)
  }

  isEmployed({ startsOn, leavesOn }: StaffMember, day: number): boolean {
    return day - this.#anchor >= startsOn && day - this.#anchor < leavesOn
  }

  /** 1 when the book of an owner is as large as it may be. */
  load({ member, accounts }: Owner): number {
    const segment = member.segment ?? "SMB"
    return (accounts * this.#workFactor) / (goodBook[segment] * member.fte)
  }

  /** Accounts of those who leave go to their colleagues; who joins takes over a fair share. */
  reassign(accounts: readonly AccountState[], day: number, moved: (account: AccountState) => void): void {
    const fromAnchor = day - this.#anchor
    const changes = [...this.#byId.values()].some(
      ({ member }) => member.leavesOn === fromAnchor || member.startsOn === fromAnchor,
    )
    if (!changes) return
    for (const account of accounts) {
      if (account.isLost) continue
      const owner = this.owner(account.ownerId)
      const { segment } = account.company
      const least = this.ownerFor(segment, day)
      const isOver = loadOf(owner) > loadOf(least) + 1.5 / least.member.fte
      const hasJoined = least.member.startsOn === fromAnchor
      if (this.isEmployed(owner.member, day) && !(isOver && hasJoined)) continue
      this.give(account, least)
      moved(account)
    }
  }

  give(account: AccountState, to: Owner): void {
    if (account.ownerId) this.owner(account.ownerId).accounts -= 1
    account.ownerId = to.member.externalId
    to.accounts += 1
  }
}

const loadOf = ({ accounts, member }: Owner): number => accounts / member.fte
