import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { ListPosition } from "#lib/accounts/list-cursor.ts"
import { isBeyond, keyAlong, type ListOrder, orderBy, walkedParts } from "./list-order.ts"
import type { ListSource } from "./list-source.ts"

type Asked = {
  readonly source: ListSource
  readonly matching: SQL
  readonly order: ListOrder
  readonly position: ListPosition | null
}

const owners = (caller: Caller): SQL => sql`
  select p.id, lower(p.name) collate "C" as owner_key from person p where p.workspace_id = ${caller.workspaceId}`

/** Rows with what the order needs beside them. */
export function withOwners(caller: Caller, rows: SQL, { sort }: ListOrder): SQL {
  if (sort !== "owner") return rows
  return sql`select l.*, o.owner_key from (${rows}) l left join (${owners(caller)}) o on o.id = l.owner_id`
}

/** Reads every matching row and keeps the first ones: for conditions that no index knows. */
export function siftedPage(caller: Caller, asked: Asked & { limit: number }): SQL {
  const { matching, order, position, limit } = asked
  const beyond = position ? isBeyond(order, position) : sql`true`
  // The offset keeps the planner from walking an index of the key for the few rows that match.
  return sql`select * from (select * from (${withOwners(caller, asked.source.whole, order)}) l
      where ${matching} and ${beyond} offset 0) m
    order by ${orderBy(order, position, "all")} limit ${limit}`
}

const rowsGlancedAt = 2_000

/**
 * Looks for matches among the next rows of the order alone: a page that is full already is the page. Null where rows
 * cannot be looked at in order; anything less than a full page says nothing.
 */
export function glancedPage(caller: Caller, asked: Asked & { limit: number }): SQL | null {
  const { source, matching, order, position, limit } = asked
  if (source.overtaken || order.sort === "owner") return null
  const [next] = walkedPages(caller, { ...asked, matching: sql`true` })
  return next
    ? sql`select * from (${next(rowsGlancedAt)}) g where ${matching}
        order by ${orderBy(order, position, "all")} limit ${limit}`
    : null
}

/** Queries that together give the page, to be asked one after the other until it is full. */
export function walkedPages(caller: Caller, asked: Asked): ((limit: number) => SQL)[] {
  const { source, matching, order, position } = asked
  return walkedParts(order, position).map(({ condition, isKnown }) => (limit) => {
    const along = orderBy(order, position, isKnown ? "known" : "unknown")
    const rows = (from: SQL, ofOwner: SQL, way: SQL) => sql`select * from (${from}) l
      where ${matching} and ${condition} ${ofOwner} order by ${way} limit ${limit}`
    // Owner after owner, each one's accounts from an index: a join would sort them all.
    const ofOne = rows(source.kept, sql`and owner_id = o.id`, orderBy(order, position, "unknown"))
    const kept =
      order.sort === "owner" && isKnown
        ? sql`select m.*, o.owner_key from (${owners(caller)} order by ${keyAlong(order, position)}) o
            cross join lateral (${ofOne}) m order by ${along} limit ${limit}`
        : rows(withOwners(caller, source.kept, order), sql``, along)
    if (!source.overtaken) return kept
    const overtaken = rows(withOwners(caller, source.overtaken, order), sql``, along)
    return sql`select * from ((${kept}) union all (${overtaken})) m order by ${along} limit ${limit}`
  })
}
