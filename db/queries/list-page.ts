import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { ListPosition } from "#lib/accounts/list-cursor.ts"
import { isBeyond, keyAlong, type ListOrder, orderBy, walkedParts } from "./list-order.ts"

type Asked = {
  readonly source: SQL
  readonly matching: SQL
  readonly order: ListOrder
  readonly position: ListPosition | null
}

const owners = (caller: Caller): SQL => sql`
  select p.id, lower(p.name) collate "C" as owner_key from person p where p.workspace_id = ${caller.workspaceId}`

/** The source with what the order needs beside it. */
export function orderedSource(caller: Caller, { source, order }: Pick<Asked, "source" | "order">): SQL {
  if (order.sort !== "owner") return source
  return sql`select l.*, o.owner_key from (${source}) l left join (${owners(caller)}) o on o.id = l.owner_id`
}

/** Reads every matching row and keeps the first ones: for conditions that no index knows. */
export function siftedPage(caller: Caller, asked: Asked & { limit: number }): SQL {
  const { matching, order, position, limit } = asked
  const beyond = position ? isBeyond(order, position) : sql`true`
  // The offset keeps the planner from walking an index of the key for the few rows that match.
  return sql`select * from (select * from (${orderedSource(caller, asked)}) l
      where ${matching} and ${beyond} offset 0) m
    order by ${orderBy(order, position, "all")} limit ${limit}`
}

/** Queries that together give the page, to be asked one after the other until it is full. */
export function walkedPages(caller: Caller, asked: Asked): ((limit: number) => SQL)[] {
  const { source, matching, order, position } = asked
  return walkedParts(order, position).map(({ condition, isKnown }) => (limit) => {
    const along = orderBy(order, position, isKnown ? "known" : "unknown")
    const rows = (columns: SQL, ofOwner: SQL, along: SQL) => sql`select ${columns} from (${source}) l
      where ${matching} and ${condition} ${ofOwner} order by ${along} limit ${limit}`
    if (order.sort !== "owner") return rows(sql`*`, sql``, along)
    if (!isKnown) return rows(sql`*, null as owner_key`, sql``, along)
    // Owner after owner, each one's accounts from an index: a join would sort them all.
    const ofOne = rows(sql`*`, sql`and owner_id = o.id`, orderBy(order, position, "unknown"))
    return sql`select m.*, o.owner_key from (${owners(caller)} order by ${keyAlong(order, position)}) o
      cross join lateral (${ofOne}) m order by ${along} limit ${limit}`
  })
}
