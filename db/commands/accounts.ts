import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { type AccountFields, accountFields } from "#lib/accounts/schema.ts"
import { sortKey } from "#lib/accounts/sort-key.ts"
import type { AccountId } from "#lib/id.ts"
import { assertDistinct } from "#lib/imports/assert-distinct.ts"
import { mergeAccount, type StoredFields } from "#lib/imports/merge-account.ts"
import { pickSlug } from "#lib/imports/slug.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { peopleByReference } from "../queries/imports-references.ts"
import { refreshAccountList } from "./account-list.ts"
import { type Cause, causeOf } from "./cause.ts"
import { record } from "./record.ts"
import { takenSlugs } from "./taken-slugs.ts"

export type WrittenAccounts = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly ids: ReadonlyMap<string, AccountId>
  /** External ids of the accounts that are new. */
  readonly createdIds: ReadonlySet<string>
  /** Ids of the accounts that are new or changed. */
  readonly changedIds: ReadonlySet<AccountId>
}

type Accounts = {
  readonly accounts: readonly AccountFields[]
  /** What to do with an account that exists: change it, the default, or leave it as it is. */
  readonly existing?: "update" | "leave"
  /** Fields that a blank cell empties; all others keep what is stored. */
  readonly emptied?: ReadonlySet<keyof StoredFields>
  /** External ids of accounts whose name nobody stated: those that exist keep theirs. */
  readonly unnamed?: ReadonlySet<string>
  readonly cause?: Cause
}

type StoredAccount = StoredFields & { readonly id: AccountId; readonly externalId: string }

/**
 * Creates or updates accounts by external id, in the caller's transaction. Blank fields leave what is stored; an
 * account that would not change is not touched. Owners are found by their person's name or external id, and
 * parents are linked by `linkParents` once all accounts are there.
 */
export async function writeAccounts(
  on: Db,
  caller: Caller,
  { accounts, existing = "update", emptied, unnamed, cause }: Accounts,
): Promise<WrittenAccounts> {
  assertCan(caller, "account.write")
  const given = accounts.map((account) => accountFields.parse(account))
  assertDistinct(given, ({ externalId }) => externalId, "Account")
  await lockAccounts(on, caller)
  const [stored, owners] = [await storedAccounts(on, caller, given), await ownerIds(on, caller, given)]
  const ids = new Map<string, AccountId>()
  const updates: (StoredFields & { id: AccountId })[] = []
  const statedOver = (found: StoredFields, account: AccountFields): StoredFields => ({
    ...account,
    name: unnamed?.has(account.externalId) ? found.name : account.name,
    // A name that is nobody's empties nothing.
    ownerId: ownerOf(account, owners) ?? (account.ownerName === null ? null : found.ownerId),
  })
  const created: AccountFields[] = []
  for (const account of given) {
    const found = stored.get(account.externalId)
    const merged =
      found && existing === "update" ? mergeAccount(found, statedOver(found, account), emptied) : null
    if (found) ids.set(account.externalId, found.id)
    else created.push(account)
    if (found && merged) updates.push({ ...merged, id: found.id })
  }
  for (const [externalId, id] of await insertAccounts(on, caller, created, owners)) ids.set(externalId, id)
  await updateAccounts(on, caller, updates)
  const changed = [...created.map(({ externalId }) => ids.get(externalId)!), ...updates.map(({ id }) => id)]
  await refreshAccountList(on, caller, changed)
  if (changed.length > 0)
    await record(on, caller, {
      type: "accounts.written",
      ...causeOf(caller, cause),
      payload: { created: created.length, updated: updates.length, accountIds: changed.slice(0, 200) },
    })
  return {
    created: created.length,
    updated: updates.length,
    unchanged: given.length - changed.length,
    ids,
    createdIds: new Set(created.map(({ externalId }) => externalId)),
    changedIds: new Set(changed),
  }
}

/** Sets the parents of accounts by external ids. An unknown parent, or the account itself, is passed over. */
export async function linkParents(
  on: Db,
  caller: Caller,
  { links, cause }: { links: readonly { externalId: string; parentExternalId: string }[]; cause?: Cause },
): Promise<{ linked: readonly AccountId[] }> {
  assertCan(caller, "account.write")
  if (links.length === 0) return { linked: [] }
  await lockAccounts(on, caller)
  const linked = await on.execute<{ id: AccountId }>(sql`
    update account a set parent_id = p.id, updated_at = now(), version = a.version + 1
    from unnest(${sql.param(links.map(({ externalId }) => externalId))}::text[],
        ${sql.param(links.map(({ parentExternalId }) => parentExternalId))}::text[]) as g(child, parent)
      join account p on p.workspace_id = ${caller.workspaceId} and p.external_id = g.parent
    where a.workspace_id = ${caller.workspaceId} and a.external_id = g.child and a.id <> p.id
      and a.parent_id is distinct from p.id
    returning a.id`)
  if (linked.length > 0)
    await record(on, caller, {
      type: "accounts.written",
      ...causeOf(caller, cause),
      payload: { created: 0, updated: linked.length, accountIds: linked.slice(0, 200).map(({ id }) => id) },
    })
  return { linked: linked.map(({ id }) => id) }
}

/** Writers of accounts in one workspace take turns, so that two never pick the same slug. */
export async function lockAccounts(on: Db, caller: Caller): Promise<void> {
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 41))`)
}

async function storedAccounts(
  on: Db,
  caller: Caller,
  accounts: readonly AccountFields[],
): Promise<Map<string, StoredAccount>> {
  const rows = await on.execute<StoredAccount>(sql`
    select id, external_id as "externalId", name, domain, industry, segment, region, language,
      lifecycle_stage as "lifecycleStage", owner_id as "ownerId"
    from account where workspace_id = ${caller.workspaceId}
      and external_id = any (${sql.param(accounts.map(({ externalId }) => externalId))}::text[])`)
  return new Map(rows.map((row) => [row.externalId, row]))
}

type Owners = ReadonlyMap<string, string>

const ownerOf = ({ ownerName }: AccountFields, owners: Owners): string | null =>
  ownerName === null ? null : (owners.get(ownerName) ?? null)

/** People by the texts given, found as a check of a file finds them: by external id, else by a name of one alone. */
async function ownerIds(on: Db, caller: Caller, accounts: readonly AccountFields[]): Promise<Owners> {
  const names = accounts.flatMap(({ ownerName }) => (ownerName === null ? [] : [ownerName]))
  const found = await peopleByReference(on, caller, names)
  return new Map([...found].flatMap(([name, one]) => (typeof one === "string" ? [] : [[name, one.id]])))
}

async function insertAccounts(
  on: Db,
  caller: Caller,
  accounts: readonly AccountFields[],
  owners: Owners,
): Promise<Map<string, AccountId>> {
  if (accounts.length === 0) return new Map()
  const taken = await takenSlugs(on, caller, accounts)
  const rows = accounts.map((account) => {
    const slug = pickSlug(account.name, account.externalId, (wanted) => taken.has(wanted))
    taken.add(slug)
    return {
      ...account,
      slug,
      id: newId(),
      name_key: sortKey(account.name),
      owner_id: ownerOf(account, owners),
    }
  })
  const made = await on.execute<{ id: AccountId; externalId: string }>(sql`
    insert into account (workspace_id, id, slug, external_id, name, name_key, domain, industry, segment, region,
      language, lifecycle_stage, owner_id)
    select ${caller.workspaceId}, id, slug, "externalId", name, name_key, domain, industry, segment, region,
      language, "lifecycleStage", owner_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, slug text, "externalId" text, name text,
      name_key text, domain text, industry text, segment segment, region text, language text,
      "lifecycleStage" lifecycle_stage, owner_id uuid)
    returning id, external_id as "externalId"`)
  return new Map(made.map(({ externalId, id }) => [externalId, id]))
}

async function updateAccounts(
  on: Db,
  caller: Caller,
  accounts: readonly (StoredFields & { id: AccountId })[],
): Promise<void> {
  if (accounts.length === 0) return
  const rows = accounts.map((account) => ({ ...account, name_key: sortKey(account.name) }))
  await on.execute(sql`
    update account a set name = g.name, name_key = g.name_key, domain = g.domain, industry = g.industry,
      segment = g.segment, region = g.region, language = g.language, lifecycle_stage = g."lifecycleStage",
      owner_id = g."ownerId", updated_at = now(), version = a.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, name text, name_key text, domain text,
      industry text, segment segment, region text, language text, "lifecycleStage" lifecycle_stage, "ownerId" uuid)
    where a.workspace_id = ${caller.workspaceId} and a.id = g.id`)
}
