import type { AccountState } from "./account-state.ts"
import { listAnalytics, listSeatDollars, terms } from "./contract-state.ts"
import type { DemoAccount, DemoContract, DemoEntitlement } from "./facts.ts"
import { parents } from "./named-companies.ts"
import type { Calendar } from "./plan.ts"

export const demoProducts = [
  { sku: "SEAT", name: "Platform seat" },
  { sku: "ANALYTICS", name: "Analytics" },
  { sku: "SUPPORT", name: "Premium support" },
] as const

export const accountIdAt = (place: number): string => `A-${1001 + place}`

export const domainOf = (name: string): string => `${plainWords(name)}.example`

export function accountRow(account: AccountState, idOf: ReadonlyMap<string, string>): DemoAccount {
  const { company, externalId, ownerId, stage } = account
  return {
    ...company,
    externalId,
    domain: domainOf(company.name),
    lifecycleStage: stage,
    ownerExternalId: ownerId,
    parentExternalId: idOf.get(parents.get(company.name) ?? "") ?? null,
  }
}

export const contractId = ({ externalId, contract }: AccountState): string =>
  `C-${externalId.slice(2)}-${contract.number}`

export function contractRow(account: AccountState, { dayOf }: Calendar): DemoContract {
  const { startsOn, endsOn, noticeDays, autoRenews } = account.contract
  return {
    externalId: contractId(account),
    accountExternalId: account.externalId,
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
    noticeOn: dayOf(Math.max(startsOn, endsOn - noticeDays)),
    autoRenews: autoRenews && account.noticeGivenOn === null,
  }
}

export function entitlementRows(account: AccountState): DemoEntitlement[] {
  const { seats, seatDollars, hasAnalytics, hasSupport } = account.contract
  const { analyticsDollars, supportDollars } = terms[account.company.segment]
  const line = (sku: string, quantity: number, list: number, paid: number): DemoEntitlement => ({
    contractExternalId: contractId(account),
    sku,
    quantity,
    listPriceCents: Math.round(list * 100),
    paidPriceCents: Math.round(paid * 100),
  })
  return [
    line("SEAT", seats, Math.max(listSeatDollars, seatDollars), seatDollars),
    ...(hasAnalytics ? [line("ANALYTICS", 1, analyticsDollars * listAnalytics, analyticsDollars)] : []),
    ...(hasSupport ? [line("SUPPORT", 1, supportDollars, supportDollars)] : []),
  ]
}

/** The words of a name in plain letters, for made-up addresses. */
const plainWords = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/ø/g, "o")
    .replace(/ß/g, "ss")
    .replace(/[^A-Za-z0-9 ]/g, "")
    .toLowerCase()
    .split(/ +/)
    .slice(0, 5)
    .join("-")
