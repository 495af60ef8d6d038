import { setSkillLevel } from "#db/commands/person-changes.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { publishedModels } from "#db/queries/health.ts"
import type { ModelDraft } from "#lib/health/model-draft.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import { previewProof } from "#lib/server/health/preview-proof.ts"
import { database, secrets } from "./database.ts"
import { type TestWorkspace, today } from "./workspace.ts"

/** More of each than anybody asks for in one world: what was changed once cannot be changed again. */
const copies = 24

export type ArrangedAdmin = {
  readonly loginIds: readonly string[]
  readonly sessionIds: readonly string[]
  /** What logins ask to be allowed. */
  readonly requestIds: readonly string[]
  readonly personIds: readonly string[]
  readonly skillIds: readonly string[]
  /** A published model that stays as it is, and a draft of its next version. */
  readonly modelId: string
  readonly draft: ModelDraft
  /** Drafts of other models, each with the proof of its preview. */
  readonly drafts: readonly { readonly draftId: string; readonly proof: string }[]
}

const many = <Value>(make: (place: number) => Value): Value[] =>
  Array.from({ length: copies }, (_, place) => make(place))

/** What the pages of Admin change. A level of a skill that carries the word is set, so that the log tells it. */
export async function arrangeAdmin(workspace: TestWorkspace, word: string): Promise<ArrangedAdmin> {
  const { owner } = database()
  const admin = workspace.as("admin")
  const own = { workspace_id: workspace.id }
  const logins = many((place) => ({
    id: newId(),
    email: `extra${place}.${workspace.id}@journeys.example`,
    email_key: `extra${place}.${workspace.id}@journeys.example`,
    name: `Extra login ${place}`,
    password_hash: "none",
  }))
  await owner`insert into login ${owner(logins)}`
  await owner`insert into membership ${owner(logins.map(({ id }) => ({ ...own, login_id: id, role: "viewer" })))}`
  const requests = logins.map(({ id }) => ({
    ...own,
    id: newId(),
    login_id: id,
    permission: "import.write",
    asked_at: new Date(),
  }))
  await owner`insert into access_request ${owner(requests)}`
  const sessions = logins.map(({ id }) => ({
    ...own,
    id: newId(),
    token_hash: Buffer.from(newId()),
    login_id: id,
    expires_at: new Date(Date.now() + 86_400_000),
  }))
  await owner`insert into session ${owner(sessions)}`
  const people = many((place) => ({
    ...own,
    id: newId(),
    external_id: `extra-${place}`,
    name: `Extra person ${place}`,
    position: "Data Steward",
    job_function: "cs",
  }))
  await owner`insert into person ${owner(people)}`
  const skills = many((place) => ({ ...own, id: newId(), name: `${word} skill ${place}`, kind: "domain" }))
  await owner`insert into skill ${owner(skills)}`
  const [person, skill] = [people.at(-1)?.id ?? "", skills.at(-1)?.id ?? ""]
  await inWorkspace(admin, (tx) =>
    setSkillLevel(tx, admin, { personId: person, skillId: skill, seen: 0, level: 2 }),
  )
  const [model] = await inWorkspace(admin, (tx) => publishedModels(tx, admin))
  if (!model) throw new Error("The workspace has no model.")
  return {
    loginIds: logins.map(({ id }) => id),
    requestIds: requests.map(({ id }) => id),
    sessionIds: sessions.map(({ id }) => id),
    personIds: people.slice(1).map(({ id }) => id),
    skillIds: skills.slice(0, -1).map(({ id }) => id),
    modelId: model.id,
    draft: { ...model, bands: { redUpTo: 40, yellowUpTo: 70 } },
    drafts: await draftsOf(workspace, model),
  }
}

/** Models that score nobody, because another one is tried first, each with a draft of its next version. */
async function draftsOf(workspace: TestWorkspace, like: HealthModel): Promise<ArrangedAdmin["drafts"]> {
  const { owner } = database()
  const rows = many((place) => {
    const base = { ...like, name: `Spare model ${place}` }
    const published = { ...base, id: newId() }
    const draft = { ...base, id: newId(), version: 2, bands: { redUpTo: 40, yellowUpTo: 70 } }
    return [
      { ...published, number: 1, state: "published", definition: published },
      { ...draft, number: 0, state: "draft", definition: draft },
    ]
  }).flat()
  for (const { id, name, number, state, definition } of rows)
    await owner`
      insert into health_model (workspace_id, id, name, version, state, rank, definition, explanation)
      values (${workspace.id}, ${id}, ${name}, ${number}, ${state}, 2000, ${JSON.stringify(definition)}::text::jsonb, '{}')`
  const secret = secrets().NEXTAUTH_SECRET
  return rows
    .filter(({ state }) => state === "draft")
    .map(({ id: draftId }) => ({
      draftId,
      proof: previewProof(secret, { workspaceId: workspace.id, draftId, day: today }),
    }))
}
