import { createHash, randomBytes } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import type { Scope } from "#lib/access/scopes.ts"
import { scopes as everyScope } from "#lib/access/scopes.ts"
import { newId } from "#lib/platform/new-id.ts"
import { beforeSignIn, inWorkspace } from "../in-workspace.ts"
import { apiClients, scopesOfClient, tokenByHash } from "../queries/api-clients.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { createApiClient, openApiToken, revokeApiClient } from "./api-clients.ts"
import { keepHouse } from "./housekeeping.ts"

const { owner } = testDatabase()
const digest = (text: string) => createHash("sha256").update(text).digest()
const readers: Scope[] = ["cs-ops:health:read", "cs-ops:accounts:read"]

let home: TestWorkspace
beforeAll(async () => {
  home = await testWorkspace()
})

const create = (name: string, { caller = home.caller, scopes = readers, secret = "s" } = {}) =>
  inWorkspace(caller, (tx) => createApiClient(tx, caller, { name, scopes, secretHash: digest(secret) }))

async function made(name: string, secret = "s"): Promise<string> {
  const outcome = await create(name, { secret })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}

const revoke = (id: string, caller = home.caller) =>
  inWorkspace(caller, (tx) => revokeApiClient(tx, caller, { id }))

async function openToken(clientId: string, lifetimeSeconds = 900): Promise<Buffer | null> {
  const tokenHash = digest(randomBytes(32).toString("base64url"))
  const isOpen = await beforeSignIn((on) =>
    openApiToken(on, { clientId, tokenHash, scopes: ["cs-ops:health:read"], lifetimeSeconds }),
  )
  return isOpen ? tokenHash : null
}

const holderOf = (tokenHash: Buffer | null) =>
  beforeSignIn((on) => tokenByHash(on, tokenHash ?? Buffer.alloc(32)))

const events = (type: string, caseId: string) => owner`
  select payload from event where workspace_id = ${home.workspaceId} and type = ${type} and case_id = ${caseId}`

describe("creating an API client", () => {
  test("keeps name, scopes and the hash of the secret alone, and tells it as an event", async () => {
    const id = await made("Warehouse", "a secret")
    const [stored] = await owner`select * from api_client where id = ${id}`
    expect(stored).toMatchObject({ name: "Warehouse", scopes: readers, revoked_at: null })
    expect(JSON.stringify(stored)).not.toContain("a secret")
    expect(await events("api_client.created", id)).toEqual([
      { payload: { name: "Warehouse", scopes: readers } },
    ])
  })

  test("refuses a name that a living client has, and frees it with the revocation", async () => {
    const id = await made("Taken")
    expect(await create("Taken")).toMatchObject({ ok: false, reason: "name_taken" })
    await revoke(id)
    expect(await create("Taken")).toMatchObject({ ok: true })
  })

  test("the same name is free in another workspace, and neither sees the other", async () => {
    const id = await made("Seen at home")
    const { caller } = await testWorkspace()
    expect(await create("Seen at home", { caller })).toMatchObject({ ok: true })
    const theirs = await inWorkspace(caller, (tx) => apiClients(tx, caller))
    expect(theirs.map((row) => row.id)).not.toContain(id)
    expect(theirs).toHaveLength(1)
  })

  test("is for admins, not for directors and not for a token with every scope", async () => {
    for (const role of ["ops_director", "cs_ops_manager", "viewer"] as const)
      await expect(create("Not by them", { caller: home.as(role) })).rejects.toMatchObject({
        code: "forbidden",
      })
    const machine = { ...home.caller, scopes: everyScope }
    await expect(create("Not by it", { caller: machine })).rejects.toMatchObject({ code: "forbidden" })
    const rows = await inWorkspace(home.caller, (tx) => apiClients(tx, home.caller))
    expect(rows.filter(({ name }) => name.startsWith("Not by"))).toEqual([])
  })
})

describe("revoking an API client", () => {
  test("ends it and its tokens at once, and tells it as an event", async () => {
    const id = await made("To be ended")
    const token = await openToken(id)
    expect(await holderOf(token)).toEqual({
      workspaceId: home.workspaceId,
      clientName: "To be ended",
      scopes: ["cs-ops:health:read"],
    })
    expect(await revoke(id)).toEqual({ ok: true, value: { name: "To be ended" } })
    expect(await holderOf(token)).toBeNull()
    expect(await openToken(id)).toBeNull()
    expect(await events("api_client.revoked", id)).toHaveLength(1)
  })

  test("is refused the second time, and an unknown id is not found", async () => {
    const id = await made("Ended twice")
    await revoke(id)
    expect(await revoke(id)).toMatchObject({ ok: false, reason: "already_revoked" })
    expect(await events("api_client.revoked", id)).toHaveLength(1)
    for (const unknown of [newId(), "nonsense", ""])
      await expect(revoke(unknown)).rejects.toMatchObject({ code: "not_found" })
  })

  test("does not reach into another workspace", async () => {
    const id = await made("Out of reach")
    const token = await openToken(id)
    const other = await testWorkspace()
    await expect(revoke(id, other.caller)).rejects.toMatchObject({ code: "not_found" })
    expect(await holderOf(token)).not.toBeNull()
  })

  test("is for admins", async () => {
    const id = await made("Protected")
    await expect(revoke(id, home.as("cs_director"))).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("tokens", () => {
  test("are opened for who has the secret, and remembered as the last use", async () => {
    const id = await made("With a secret", "right")
    const ask = (clientId: string, secret: string) =>
      beforeSignIn((on) => scopesOfClient(on, { clientId, secretHash: digest(secret) }))
    expect(await ask(id, "right")).toEqual(readers)
    expect(await ask(id, "wrong")).toBeNull()
    expect(await ask(newId(), "right")).toBeNull()
    await openToken(id)
    const rows = await inWorkspace(home.caller, (tx) => apiClients(tx, home.caller))
    expect(rows.find((row) => row.id === id)?.lastTokenAt).toBeInstanceOf(Date)
    await revoke(id)
    expect(await ask(id, "right")).toBeNull()
  })

  test("end with their lifetime, and housekeeping forgets them a day later", async () => {
    const id = await made("Short-lived")
    const [ended, living] = [await openToken(id, 0), await openToken(id)]
    expect(await holderOf(ended)).toBeNull()
    const count = async () => (await owner`select 1 from api_token where client_id = ${id}`).length
    await beforeSignIn(keepHouse)
    expect(await count()).toBe(2)
    await owner`update api_token set expires_at = now() - interval '25 hours' where token_hash = ${ended}`
    await beforeSignIn(keepHouse)
    expect(await count()).toBe(1)
    expect(await holderOf(living)).not.toBeNull()
  })

  test("a scope that the product no longer knows opens nothing", async () => {
    const id = await made("From an older version")
    const token = await openToken(id)
    await owner`update api_token set scopes = ${["cs-ops:gone:read", "cs-ops:health:read"]} where client_id = ${id}`
    expect((await holderOf(token))?.scopes).toEqual(["cs-ops:health:read"])
  })
})
