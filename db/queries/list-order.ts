import { type SQL, sql } from "drizzle-orm"
import type { ListPlace, ListPosition } from "#lib/accounts/list-cursor.ts"
import { type AccountSortKey, type AccountsQuery, sortKeyOf, sortOf } from "#lib/accounts/list-query.ts"

type Key = {
  /** What the database sorts by, and how a place's value is compared with it. */
  readonly column: SQL
  readonly valueOf: (value: ListPlace["value"]) => SQL
  /** The value that a place remembers. */
  readonly told: SQL
  readonly isKnown: SQL
  /** The column falls while the value rises. */
  readonly isInverted: boolean
}

const keyOf = (column: string, type: string, isKnown = `${column} is not null`): Key => ({
  column: sql.raw(column),
  valueOf: (value) => sql`${value}::${sql.raw(type)}`,
  told: sql.raw(column),
  isKnown: sql.raw(isKnown),
  isInverted: false,
})

const tieOf = (arrCents: ListPlace["value"]): SQL => sql`coalesce(- ${arrCents}::bigint, 9223372036854775807)`

const sortKeys: Record<AccountSortKey, Key> = {
  exposure: keyOf("exposure_cents", "bigint"),
  name: keyOf("name_key", "text", "true"),
  health: keyOf("health", "smallint"),
  arr: {
    column: sql`tie_order`,
    valueOf: tieOf,
    told: sql`arr_cents`,
    isKnown: sql`tie_order < 9223372036854775807`,
    isInverted: true,
  },
  renewal: keyOf("renews_on", "date"),
  owner: keyOf("owner_key", "text", "owner_id is not null"),
  contact: keyOf("last_contact_on", "date"),
}

/** What a query sorts by: unknown values last both ways; ties by revenue, the largest first, then name and id. */
export type ListOrder = Key & {
  readonly sort: AccountSortKey
  readonly isFalling: boolean
  /** Where the query leaves rows with known values alone, or with unknown ones: no other is looked for. */
  readonly onlyKnown: boolean | null
}

export const orderOf = (query: AccountsQuery): ListOrder => {
  const sort = sortKeyOf(query)
  const onlyKnown = sort === "exposure" ? onlyWithExposure(query) : null
  return { ...sortKeys[sort], sort, isFalling: sortOf(query).startsWith("-"), onlyKnown }
}

/** Lost accounts are the ones without exposure, which no statistics of the database tell. */
function onlyWithExposure({ stage, lost }: AccountsQuery): boolean | null {
  if (lost === "hide") return true
  return stage === undefined ? null : stage !== "churned"
}

const isBackward = (position: ListPosition | null): boolean => position?.direction === "before"

/** Whether the column rises along the rows as they are read: backward pages are read in reverse. */
const isRising = ({ isFalling, isInverted }: ListOrder, backward: boolean): boolean =>
  (isFalling === isInverted) !== backward

function comparisons(order: ListOrder, { direction, place }: ListPosition) {
  const backward = direction === "before"
  return {
    value: order.valueOf(place.value),
    past: sql.raw(isRising(order, backward) ? ">" : "<"),
    tied: sql`(tie_order, name_key, account_id) ${sql.raw(backward ? "<" : ">")}
      (${tieOf(place.arrCents)}, ${place.nameKey}, ${place.id}::uuid)`,
  }
}

/** Rows on the asked side of a place, wherever unknown values stand. */
export const isBeyond = (order: ListOrder, position: ListPosition): SQL => {
  const { value, past, tied } = comparisons(order, position)
  const { column, isKnown } = order
  const backward = isBackward(position)
  if (position.place.value === null)
    return backward ? sql`(${isKnown} or ${tied})` : sql`(not ${isKnown} and ${tied})`
  const known = sql`(${isKnown} and (${column} ${past} ${value} or (${column} = ${value} and ${tied})))`
  return backward ? known : sql`(${known} or not ${isKnown})`
}

type Part = { readonly isKnown: boolean; readonly condition: SQL }

/**
 * The same rows in parts to be read one after the other, each of which an index of the key can walk: known values
 * and unknown ones are never asked for in one condition.
 */
export const walkedParts = (order: ListOrder, position: ListPosition | null): Part[] =>
  allParts(order, position).filter(({ isKnown }) => order.onlyKnown === null || order.onlyKnown === isKnown)

function allParts(order: ListOrder, position: ListPosition | null): Part[] {
  const known = { isKnown: true, condition: order.isKnown }
  const unknown = { isKnown: false, condition: sql`not (${order.isKnown})` }
  if (position === null) return [known, unknown]
  const { column } = order
  const { value, past, tied } = comparisons(order, position)
  const backward = isBackward(position)
  if (position.place.value === null) {
    const rest = { isKnown: false, condition: sql`${unknown.condition} and ${tied}` }
    return backward ? [rest, known] : [rest]
  }
  const condition = sql`${order.isKnown} and ${column} ${past}= ${value} and (${column} ${past} ${value} or ${tied})`
  const rest = { isKnown: true, condition }
  return backward ? [rest] : [rest, unknown]
}

/** The key alone, the way that it goes along the rows as they are read. */
export const keyAlong = (order: ListOrder, position: ListPosition | null): SQL =>
  sql`${order.column} ${sql.raw(isRising(order, isBackward(position)) ? "asc" : "desc")}`

/**
 * The order of the rows as they are read. Within a part of a walk the key is always known or always unknown; else
 * unknown ones are put last.
 */
export const orderBy = (
  order: ListOrder,
  position: ListPosition | null,
  how: "known" | "unknown" | "all",
): SQL => {
  const backward = isBackward(position)
  const way = sql.raw(backward ? "desc" : "asc")
  const unknownLast = sql`(not (${order.isKnown})) ${way}, `
  // Unknown keys are all alike: naming them lets the planner see that an index of the key has the rest in order.
  const fallen = sql.raw(backward ? "asc" : "desc")
  const unknown = {
    owner: sql`owner_id ${way}`,
    // Its index falls, for that is how the list is read mostly.
    exposure: sql`exposure_cents ${fallen}`,
    other: sql`${order.column} ${way}`,
  }[order.sort === "owner" || order.sort === "exposure" ? order.sort : "other"]
  const key = how === "unknown" ? unknown : keyAlong(order, position)
  return sql`${how === "all" ? unknownLast : sql``}${key}, tie_order ${way}, name_key ${way}, account_id ${way}`
}
