import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "#e2e/fixtures.ts"
import { baseURL } from "#e2e/installation.ts"
import { changeReading } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"
import { newId } from "#lib/platform/new-id.ts"
import { accountsSwaps } from "./accounts-swaps.ts"
import { type Answer, ask, type Question } from "./ask.ts"
import { assembled } from "./assembled.ts"
import { formArguments, judgement, plainArguments, workspaceChoice, writtenNote } from "./expected.ts"
import {
  answerOf,
  draftOf,
  endingOf,
  levelOf,
  memberChange,
  publishingOf,
  staffChange,
} from "./expected-admin.ts"
import { newStandard, removalOf, termsOf } from "./expected-data.ts"
import { openStream } from "./live-stream.ts"
import { routesOnDisk, serverActions } from "./route-tree.ts"
import { type MatrixWorld, matrixWorld } from "./world.ts"

let made: Promise<[MatrixWorld, MatrixWorld]> | undefined
const twins = () => (made ??= Promise.all([matrixWorld("Twin one"), matrixWorld("Twin two")]))

/** Letters and digits of the same shape, which name nothing. */
const unknownLike = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => newId())
    .replace(/(?<=canary)[a-z0-9]+/gi, (tail) =>
      Array.from(tail)
        .map((_, place) => "qzxvwkjy"[place % 8])
        .join(""),
    )

/** What a person or a program gets, without what differs between any two requests. */
function comparable({ status, headers, body }: Answer, word: string): string {
  const neutral = (text: string) =>
    text
      .replaceAll(word, "ID")
      .replaceAll(encodeURIComponent(word), "ID")
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "UUID")
  const head = [status, headers["content-type"], headers.location, headers["x-action-redirect"]]
  // After a redirect the body is the page that is gone to; scripts repeat the page in an order that varies.
  const shown = headers["x-action-redirect"] ? "" : assembled(body).replace(/ nonce="[^"]*"/g, "")
  return neutral(`${head.join(" ")}\n${shown}`)
}

type Swap = { readonly stolen: string; readonly ask: (word: string) => Question }

const actionOf = (name: string) => {
  const action = serverActions().find(({ key }) => key.endsWith(`#${name}`))
  if (!action) throw new Error(`The build has no action ${name}.`)
  return { "next-action": action.id, origin: baseURL, accept: "text/x-component" }
}

/** Every parameter that names something of a workspace, filled with what the twin has under it. */
function swaps(twin: MatrixWorld, ownerId: string): Record<string, Swap> {
  const { account, workspace } = twin
  const cursor = `aaaaaaaa-1-1`
  return {
    "account slug in a page": { stolen: account.slug, ask: (word) => ({ path: `/accounts/${word}` }) },
    "account id in a page": { stolen: account.id, ask: (word) => ({ path: `/accounts/${word}` }) },
    "external id in a page": { stolen: account.externalId, ask: (word) => ({ path: `/accounts/${word}` }) },
    "account slug in the way to the next account": {
      stolen: account.slug,
      ask: (word) => ({ path: `/accounts/${word}/beside?to=next` }),
    },
    "account id in the API": {
      stolen: account.id,
      ask: (word) => ({ path: `/api/v1/cs-ops/health/${word}` }),
    },
    "account slug in the API": {
      stolen: account.slug,
      ask: (word) => ({ path: `/api/v1/cs-ops/health/${word}` }),
    },
    "external id in the API": {
      stolen: account.externalId,
      ask: (word) => ({ path: `/api/v1/cs-ops/health/${word}` }),
    },
    ...importSwaps(twin),
    "owner in the list": { stolen: ownerId, ask: (word) => ({ path: `/accounts?owner=${word}` }) },
    "owner in the list of the API": {
      stolen: ownerId,
      ask: (word) => ({ path: `/api/v1/cs-ops/accounts?owner=${word}` }),
    },
    "name in the search": { stolen: account.slug, ask: (word) => ({ path: `/find?q=${word}` }) },
    "workspace in a shared link": {
      stolen: workspace.slug,
      ask: (word) => ({ path: `/accounts?ws=${word}` }),
    },
    "workspace in a shared link to an account": {
      stolen: workspace.slug,
      ask: (word) => ({ path: `/accounts/${account.slug}?ws=${word}` }),
    },
    "workspace in the switch": {
      stolen: workspace.slug,
      ask: (word) => ({
        path: "/accounts",
        method: "POST",
        headers: { ...actionOf("moveToWorkspace"), "content-type": formArguments },
        body: workspaceChoice(word),
      }),
    },
    "account id in a judgement": {
      stolen: account.id,
      ask: (word) => ({
        path: "/accounts/x",
        method: "POST",
        headers: { ...actionOf("judgeHealth"), "content-type": plainArguments },
        body: judgement(word),
      }),
    },
    "account id in a note": {
      stolen: account.id,
      ask: (word) => ({
        path: "/accounts/x",
        method: "POST",
        headers: { ...actionOf("changeNote"), "content-type": plainArguments },
        body: writtenNote(word),
      }),
    },
    "cursor in the stream's address": {
      stolen: cursor,
      ask: (word) => ({ path: `/api/stream?after=${word}` }),
    },
    "cursor in Last-Event-ID": {
      stolen: cursor,
      ask: (word) => ({ path: "/api/stream", headers: { "last-event-id": word } }),
    },
  }
}

/** Sources, standards and people of the twin, in pages and in what is asked of them. */
function dataSwaps({ quality, workspace }: MatrixWorld, own: MatrixWorld): Record<string, Swap> {
  const act = (name: string, stolen: string, body: (word: string) => string): Swap => ({
    stolen,
    ask: (word) => ({
      path: "/data",
      method: "POST",
      headers: { ...actionOf(name), "content-type": plainArguments },
      body: body(word),
    }),
  })
  return {
    "source in its page": {
      stolen: quality.sourceKey,
      ask: (word) => ({ path: `/data/sources/${word}` }),
    },
    "standard in its page": {
      stolen: quality.standardId,
      ask: (word) => ({ path: `/data/standards/${word}` }),
    },
    "place in the rows of a standard": {
      stolen: workspace.id,
      ask: (word) => ({ path: `/data/standards/${own.quality.standardId}?after=["a","${word}"]` }),
    },
    "source to be promised": act("setTermsOfSource", quality.sourceKey, (word) =>
      termsOf(word, own.quality.ownerId),
    ),
    "owner of a source": act("setTermsOfSource", quality.ownerId, (word) =>
      termsOf(own.quality.sourceKey, word),
    ),
    "owner of a standard": act("setQualityStandard", quality.ownerId, newStandard),
    "standard to be removed": act("removeQualityStandard", quality.standardId, removalOf),
  }
}

/** Logins, people, skills, sessions and drafts of the twin, in the pages of Admin and in what is asked of them. */
function adminSwaps({ admin, account }: MatrixWorld, own: MatrixWorld): Record<string, Swap> {
  const page = (stolen: string, address: string): Swap => ({
    stolen,
    ask: (word) => ({ path: `/admin/${address}=${word}` }),
  })
  const act = (name: string, stolen: string | undefined, body: (word: string) => string): Swap => ({
    stolen: stolen ?? "",
    ask: (word) => ({
      path: "/admin",
      method: "POST",
      headers: { ...actionOf(name), "content-type": plainArguments },
      body: body(word),
    }),
  })
  const [draft] = admin.drafts
  const proof = draft?.proof ?? ""
  return {
    "person to be opened": page(admin.personIds[0] ?? "", "people?person"),
    "account in the log": page(account.slug, "audit?account"),
    "account in the log as a file": page(account.slug, "audit/csv?account"),
    "draft of a model": page(draft?.draftId ?? "", "health-model?draft"),
    "model to be edited": page(admin.modelId, "health-model?model"),
    "request to be declined": act("answerRequest", admin.requestIds[0], answerOf),
    "login to be changed": act("changeLogin", admin.loginIds[0], memberChange),
    "person to be changed": act("changeStaff", admin.personIds[0], staffChange),
    "person of a level": act("setLevel", admin.personIds[0], (word) => levelOf(word, own.admin.skillIds[0])),
    "skill of a level": act("setLevel", admin.skillIds[0], (word) => levelOf(own.admin.personIds[0], word)),
    "session to be ended": act("endOpenSessions", admin.sessionIds[0], endingOf),
    "model to be drafted": act("draftModel", admin.modelId, (word) => draftOf(word, admin.draft)),
    "draft to be published": act("publishModelDraft", draft?.draftId, (draftId) =>
      publishingOf({ draftId, proof }),
    ),
  }
}

/** Every address of an import, asked with one that the twin has in the state that the address is for. */
function importSwaps({ imports }: MatrixWorld): Record<string, Swap> {
  const page = (stolen: string, step: string): Swap => ({
    stolen,
    ask: (word) => ({ path: `/imports/${word}${step}` }),
  })
  const form = (stolen: string, verb: string, body = ""): Swap => ({
    stolen,
    ask: (word) => ({
      path: `/imports/${word}/${verb}`,
      method: "POST",
      headers: { origin: baseURL, "content-type": "application/x-www-form-urlencoded" },
      body,
    }),
  })
  return {
    "run in its page": page(imports.done, ""),
    "run in its mapping": page(imports.checked, "/map"),
    "run in its check": page(imports.checked, "/check"),
    "run in its preview": page(imports.checked, "/preview"),
    "run in its writing": page(imports.writing, "/write"),
    "run in the API": {
      stolen: imports.done,
      ask: (word) => ({ path: `/api/v1/cs-ops/imports/${word}` }),
    },
    "run to be undone in the API": {
      stolen: imports.done,
      ask: (word) => ({
        path: `/api/v1/cs-ops/imports/${word}/undo`,
        method: "POST",
        headers: { origin: baseURL, "content-type": "application/json" },
        body: "{}",
      }),
    },
    "run in its rejected rows": page(imports.done, "/rejected-rows"),
    "run in its settings": form(imports.checked, "settings", "conflict=skip"),
    "run in its repairs": form(imports.checked, "repairs", "all=1"),
    "run to be written": form(imports.checked, "start"),
    "run to be undone": form(imports.done, "undo"),
    "run to be discarded": form(imports.checked, "discard"),
    "run in the list's address": {
      stolen: imports.done,
      ask: (word) => ({ path: `/imports?after=${word}` }),
    },
    "run that could not be read": {
      stolen: imports.checked,
      ask: (word) => ({ path: `/imports/new?refused=${word}` }),
    },
  }
}

const ownerOf = async ({ workspace }: MatrixWorld): Promise<string> => {
  const [row] = await database().owner<
    { id: string }[]
  >`select id from person where workspace_id = ${workspace.id}`
  return row?.id ?? ""
}

test("every id of the twin answers like one that nobody has", async () => {
  const worlds = await twins()
  for (const [own, twin] of [worlds, worlds.toReversed()] as [MatrixWorld, MatrixWorld][])
    for (const role of ["admin", "viewer"] as const)
      for (const [what, swap] of Object.entries({
        ...swaps(twin, await ownerOf(twin)),
        ...dataSwaps(twin, own),
        ...adminSwaps(twin, own),
        ...accountsSwaps(twin, own),
      })) {
        const unknown = unknownLike(swap.stolen)
        const session = own.sessions[role]
        const stolen = await ask({ ...swap.ask(swap.stolen), session })
        const nobodys = await ask({ ...swap.ask(unknown), session })
        expect(stolen.body, what).not.toContain(twin.canary)
        expect(stolen.body, what).not.toContain(twin.contactName)
        expect(comparable(stolen, swap.stolen), what).toBe(comparable(nobodys, unknown))
        expect(stolen.status, what).toBeLessThan(500)
      }
  const rows = await database().owner`
    select 1 from health_override where workspace_id in ${database().owner(worlds.map(({ workspace }) => workspace.id))}`
  expect(rows).toHaveLength(0)
})

test("the ids do answer in their own workspace, so the refusals were for the workspace", async () => {
  const [own] = await twins()
  const page = await ask({ path: `/accounts/${own.account.slug}`, session: own.sessions.viewer })
  expect(page.body).toContain(own.canary)
  for (const word of [own.account.id, own.account.externalId]) {
    const answer = await ask({ path: `/api/v1/cs-ops/health/${word}`, session: own.sessions.viewer })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain(own.canary)
  }
  const list = await ask({ path: `/accounts?owner=${await ownerOf(own)}`, session: own.sessions.viewer })
  expect(list.body).toContain(own.canary)
})

test("every route with a parameter has its swap", () => {
  const tried = [
    "/accounts/[slug]",
    "GET /accounts/[slug]/beside",
    "/data/sources/[key]",
    "/data/standards/[id]",
    "GET /api/v1/cs-ops/health/[customer_id]",
    ...["", "/map", "/check", "/preview", "/write"].map((step) => `/imports/[run_id]${step}`),
    "GET /api/v1/cs-ops/imports/[run_id]",
    "POST /api/v1/cs-ops/imports/[run_id]/undo",
    "GET /imports/[run_id]/rejected-rows",
    ...["settings", "repairs", "start", "undo", "discard"].map((verb) => `POST /imports/[run_id]/${verb}`),
  ]
  const withParameter = routesOnDisk().filter(({ key }) => key.includes("[") && !key.includes("nextauth"))
  expect(withParameter.map(({ key }) => key).toSorted()).toEqual(tried.toSorted())
})

test("a stream that begins before the twin's events tells none of them", async () => {
  const [own, twin] = await twins()
  const { owner } = database()
  const [oldest] = await owner<{ xid: string; seq: string; epoch: string }[]>`
    select xid::text, seq::text, (select value from installation where key = 'event_epoch') as epoch
    from event where workspace_id = ${twin.workspace.id} order by xid, seq limit 1`
  const cursor = `${oldest!.epoch}-${BigInt(oldest!.xid) - 1n}-0`
  const stolen = await openStream({
    session: own.sessions.viewer,
    headers: { "last-event-id": cursor },
  })
  const rightful = await openStream({
    session: twin.sessions.viewer,
    headers: { "last-event-id": cursor },
  })
  await changeReading(twin.workspace, { accountId: twin.account.id, key: "usage", value: 33 })
  await expect.poll(() => rightful.text()).toContain("health.rescored")
  await changeReading(own.workspace, { accountId: own.account.id, key: "usage", value: 34 })
  await expect.poll(() => stolen.text()).toContain("health.rescored")
  await sleep(300)
  const ids = await owner<{ xid: string; seq: string }[]>`
    select xid::text, seq::text from event where workspace_id = ${twin.workspace.id}`
  for (const { xid, seq } of ids) {
    expect(stolen.text()).not.toContain(`-${xid}-${seq}\n`)
    expect(rightful.text()).toContain(`-${xid}-${seq}\n`)
  }
  for (const stream of [stolen, rightful]) stream.close()
})
