import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { accountListColumns, accountListOf, isOutOfDate } from "../queries/account-list.ts"
import { workspaceClock } from "../queries/workspaces.ts"

const columnsOf = (table: string): SQL =>
  sql.raw(accountListColumns.map((name) => `${table}${name}`).join(", "))

const assignments = sql.raw(accountListColumns.map((name) => `${name} = excluded.${name}`).join(", "))

/**
 * Brings the list's rows of these accounts up to date with what the transaction has written. Every command that
 * changes an account, its money, terms, contacts, scores or judgements ends with it. Rows are locked first and
 * derived by a later statement, so that of two commands at once the second sees what the first wrote.
 */
export async function refreshAccountList(
  on: Db,
  caller: Caller,
  accountIds: readonly string[],
): Promise<{ changed: number }> {
  if (accountIds.length === 0) return { changed: 0 }
  // Few accounts and many need other plans, also on connections that keep theirs.
  await on.execute(sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`)
  const ids = sql`${`{${[...new Set(accountIds)].join(",")}}`}::uuid[]`
  await holdAccountList(on, caller, accountIds)
  const changed = await on.execute<{ account_id: string }>(sql`
    insert into account_list as l (workspace_id, ${columnsOf("")})
    select ${caller.workspaceId}::uuid, ${columnsOf("d.")} from (${accountListOf(caller, ids)}) d order by account_id
    on conflict (workspace_id, account_id) do update set ${assignments}
      where (${columnsOf("l.")}) is distinct from (${columnsOf("excluded.")})
    returning account_id`)
  return { changed: changed.length }
}

/**
 * Keeps the list's rows of these accounts for this transaction, in the one order in which everybody takes them. Who
 * writes scores or takes marks away holds them before: imports hold these rows when they leave their marks.
 */
export async function holdAccountList(on: Db, caller: Caller, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return
  await on.execute(sql`
    select 1 from account_list
    where workspace_id = ${caller.workspaceId} and account_id = any (${`{${accountIds.join(",")}}`}::uuid[])
    order by account_id for update`)
}

/** The accounts of which an undo is about to take changes back: those of the newest entries of a run's journal. */
export async function journaledAccounts(
  on: Db,
  caller: Caller,
  { runId, atMost }: { runId: string; atMost: number },
): Promise<string[]> {
  const rows = await on.execute<{ id: string }>(sql`
    select distinct state ->> case table_name when 'account' then 'id' else 'account_id' end as id
    from (
      select table_name, before, after from import_journal
      where workspace_id = ${caller.workspaceId} and run_id = ${runId} order by seq desc limit ${atMost}) newest
    cross join lateral (values (before), (after)) as states (state)
    where table_name in ('account', 'contract', 'arr_movement', 'touchpoint') and state is not null`)
  return rows.map(({ id }) => id)
}

/**
 * Repairs a part of the list: rows that time has overtaken, and accounts that have no row. Returns how many it
 * found; 0 says that every row is there and true for the caller's instant.
 */
export async function catchUpAccountList(
  on: Db,
  caller: Caller,
  { atMost }: { atMost: number },
): Promise<{ found: number }> {
  const { today } = await workspaceClock(on, caller)
  const late = await on.execute<{ account_id: string }>(sql`
    select account_id from account_list where workspace_id = ${caller.workspaceId} and ${isOutOfDate(caller, today)}
    order by account_id limit ${atMost}`)
  const missing = late.length < atMost ? await addMissing(on, caller, atMost - late.length) : []
  const found = [...late, ...missing].map((row) => row.account_id)
  await refreshAccountList(on, caller, found)
  return { found: found.length }
}

/** True at no time until it is refreshed, so that the refresh takes its turn with others. */
async function addMissing(on: Db, caller: Caller, atMost: number): Promise<{ account_id: string }[]> {
  return on.execute<{ account_id: string }>(sql`
    insert into account_list (workspace_id, account_id, name_key, name_fold, band, is_judged, coverage, from_day,
      until_day, from_instant, until_instant)
    select a.workspace_id, a.id, a.name_key, '', 'insufficient', false, 0, 'infinity', '-infinity', '-infinity',
      'infinity'
    from account a where a.workspace_id = ${caller.workspaceId} and not exists (
      select 1 from account_list l where l.workspace_id = a.workspace_id and l.account_id = a.id)
    order by a.id limit ${atMost}
    on conflict do nothing returning account_id`)
}
