import type { LifecycleStage, Segment } from "#lib/accounts/schema.ts"
import type { ContactRole } from "#lib/contacts/schema.ts"
import type { ArrMovementKind } from "#lib/contracts/schema.ts"
import type { JobFunction } from "#lib/people/schema.ts"
import type { TouchpointType } from "#lib/touchpoints/schema.ts"
import type { ImportPlan } from "./import-plan.ts"
import { ownAmount } from "./own-amount.ts"
import type { CellValue } from "./read-cell.ts"
import type { Fault, ImportRecords, Reading } from "./records.ts"
import type { ImportKind } from "./schema.ts"
import { statedCurrency } from "./stated-currency.ts"

export type RowValues = {
  readonly cells: readonly string[]
  readonly values: Readonly<Record<string, CellValue>>
  readonly readings: readonly Reading[]
  readonly plan: ImportPlan
  readonly faults: Fault[]
}

const text = ({ values }: RowValues, key: string): string | null => {
  const value = values[key]
  return typeof value === "string" ? value : null
}
const number = ({ values }: RowValues, key: string): number | null => {
  const value = values[key]
  return typeof value === "number" ? value : null
}

/** A fault of the row as a whole, told at the column of a field. */
function tell(row: RowValues, kind: string, field: string, found: string): void {
  row.faults.push({ kind, field, columnIndex: row.plan.fields[field]?.index ?? null, found })
}

/** An amount in cents of the workspace's currency; one in another currency is told. */
function money(row: RowValues, key: string): number | null {
  const cents = number(row, key)
  const field = row.plan.fields[key]
  if (cents === null || !field) return cents
  const currency = text(row, "currency")
  const { index, header } = field
  const own = ownAmount({ cents, text: row.cells[index] ?? "", header, currency }, row.plan)
  const told = currency === null ? key : "currency"
  const isTold = row.faults.some((fault) => fault.kind === "other_currency" && fault.field === told)
  if (own.strange !== null && !isTold) tell(row, "other_currency", told, own.strange)
  return own.cents
}

/** What a contract is stated in; its prices, where it has some, are in the workspace's currency by now. */
function contractCurrency(row: RowValues, hasPrice: boolean): string | null {
  const stated = text(row, "currency")
  const { currency: own, repairs } = row.plan
  if (stated === null || hasPrice) return stated === null ? null : own
  const code = statedCurrency({ cell: stated, amount: "", header: "", own })
  return repairs.some((repair) => repair.do === "convert" && repair.from === code) ? own : code
}

/** The name of a person: of its own column, else put together from first and last name. */
function nameOf(row: RowValues): string | null {
  if ("name" in row.plan.fields) return text(row, "name")
  const parts = [text(row, "firstName"), text(row, "lastName")].filter((part) => part !== null)
  if (parts.length > 0) return parts.join(" ")
  tell(row, "empty_name", "lastName" in row.plan.fields ? "lastName" : "firstName", "(blank)")
  return null
}

type Makers = {
  readonly [Kind in Exclude<ImportKind, "signals">]: (row: RowValues) => ImportRecords[Kind] | null
}

/** How the values of a row make the record of its kind; null when one is missing that it cannot be without.
 * Readings are many and have a faster reader of their own. */
export const recordOf: Makers = {
  accounts: (row) => {
    const [id, name, domain] = [text(row, "externalId"), text(row, "name"), text(row, "domain")]
    const known = id ?? domain ?? name
    if (known === null || (id === null && "externalId" in row.plan.fields)) {
      const key = ["externalId", "domain", "name"].find((field) => field in row.plan.fields) ?? "name"
      tell(row, "empty_id", key, "(blank)")
      return null
    }
    const [start, end] = [text(row, "contractStart"), text(row, "contractEnd")]
    if (start !== null && end === null) tell(row, "contract_without_end", "contractStart", start)
    const isBackwards = start !== null && end !== null && start > end
    if (isBackwards) tell(row, "contract_starts_after_end", "contractStart", `${start} to ${end}`)
    const day = text(row, "day")
    if (day !== null) checkDay(row, day)
    const [arr, mrr] = [money(row, "arr"), money(row, "mrr")]
    return {
      fields: {
        externalId: known,
        name: name ?? known,
        domain,
        industry: text(row, "industry"),
        segment: text(row, "segment") as Segment | null,
        region: text(row, "region"),
        language: text(row, "language"),
        lifecycleStage: text(row, "lifecycleStage") as LifecycleStage | null,
        ownerName: text(row, "ownerName"),
        parentExternalId: text(row, "parentExternalId"),
      },
      isIdStated: id !== null,
      isNameStated: name !== null,
      arrCents: arr ?? (mrr === null ? null : mrr * 12),
      contractStartsOn: start,
      contractEndsOn: end,
      day,
      readings: row.readings,
    }
  },
  contracts: (row) => {
    const [account, endsOn, startsOn] = [text(row, "account"), text(row, "endsOn"), text(row, "startsOn")]
    if (account === null || endsOn === null) return null
    if (startsOn !== null && startsOn > endsOn)
      tell(row, "contract_starts_after_end", "startsOn", `${startsOn} to ${endsOn}`)
    const product = text(row, "product")
    const [listPriceCents, paidPriceCents] = [money(row, "listPrice"), money(row, "paidPrice")]
    const autoRenews = row.values.autoRenews
    return {
      externalId: text(row, "externalId"),
      account,
      startsOn,
      endsOn,
      noticeOn: text(row, "noticeOn"),
      autoRenews: typeof autoRenews === "boolean" ? autoRenews : null,
      currency: contractCurrency(row, listPriceCents !== null || paidPriceCents !== null),
      line:
        product === null
          ? null
          : {
              product,
              quantity: number(row, "quantity"),
              listPriceCents,
              paidPriceCents,
            },
    }
  },
  movements: (row) => {
    const [account, effectiveOn] = [text(row, "account"), text(row, "effectiveOn")]
    const [kind, amount] = [text(row, "kind") as ArrMovementKind | null, money(row, "amount")]
    if (account === null || effectiveOn === null || kind === null || amount === null) return null
    const isLoss = kind === "contraction" || kind === "churn"
    if (amount === 0 || (!isLoss && amount < 0)) {
      tell(row, "wrong_sign", "amount", `${kind} of ${amount / 100}`)
      return null
    }
    return {
      account,
      effectiveOn,
      kind,
      amountCents: isLoss ? -Math.abs(amount) : amount,
      occurrence: 1,
    }
  },
  contacts: (row) => {
    const [account, name] = [text(row, "account"), nameOf(row)]
    if (account === null || name === null) return null
    return {
      externalId: text(row, "externalId"),
      account,
      name,
      email: text(row, "email"),
      title: text(row, "title"),
      role: text(row, "role") as ContactRole | null,
      strength: number(row, "strength"),
      lastContactOn: text(row, "lastContactOn"),
      relationshipOwner: text(row, "relationshipOwner"),
      leftOn: text(row, "leftOn"),
    }
  },
  people: (row) => {
    const name = nameOf(row)
    if (name === null) return null
    return {
      externalId: text(row, "externalId"),
      name,
      position: text(row, "position"),
      jobFunction: text(row, "jobFunction") as JobFunction | null,
      manager: text(row, "manager"),
      team: text(row, "team"),
      fte: number(row, "fte"),
      timeZone: text(row, "timeZone"),
      startedOn: text(row, "startedOn"),
      endedOn: text(row, "endedOn"),
      hourlyCents: money(row, "hourlyCost"),
      costValidFrom: text(row, "costValidFrom"),
    }
  },
  skills: (row) => {
    const [person, skill, level] = [text(row, "person"), text(row, "skill"), number(row, "level")]
    if (person === null || skill === null || level === null) return null
    return {
      person,
      skill,
      kind: text(row, "kind"),
      level,
      assessor: text(row, "assessor"),
      assessedOn: text(row, "assessedOn"),
    }
  },
  touchpoints: (row) => {
    const [account, happenedAt] = [text(row, "account"), text(row, "happenedAt")]
    const type = text(row, "type") as TouchpointType | null
    if (account === null || happenedAt === null || type === null) return null
    return {
      externalId: text(row, "externalId"),
      account,
      type,
      happenedAt,
      person: text(row, "person"),
      note: text(row, "note"),
      nextPlannedOn: text(row, "nextPlannedOn"),
    }
  },
}

const firstReading = "2000-01-01"

/** Readings are of days gone by, in this century. */
function checkDay(row: RowValues, day: string): boolean {
  if (day > row.plan.today) tell(row, "future_day", "day", day)
  else if (day < firstReading) tell(row, "day_out_of_range", "day", day)
  else return true
  return false
}
