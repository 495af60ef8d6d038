import { baseURL, root } from "#e2e/installation.ts"
import type { Question } from "./ask.ts"
import { expectedActions, expectedRoutes, sentTo } from "./expected.ts"
import { proxyProbes } from "./probes.ts"
import { routesOnDisk, type ServerAction, serverActions } from "./route-tree.ts"
import { identities, type MatrixWorld } from "./world.ts"

const foreign = "https://evil.example"

/** Requests that a page of somebody else, or no page at all, could cause. */
export const outsiders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a foreign Origin": { origin: foreign },
  "no Origin": {},
  "the Origin null": { origin: "null" },
  "a foreign Origin with X-Forwarded-Host": { origin: foreign, "x-forwarded-host": "evil.example" },
  "a foreign Origin with Forwarded": { origin: foreign, forwarded: "host=evil.example;proto=https" },
  "a foreign Origin with X-Forwarded-Host and a list": {
    origin: foreign,
    "x-forwarded-host": "evil.example, localhost",
    "x-forwarded-proto": "https",
  },
  "an Origin that only begins like ours": { origin: `${baseURL}.evil.example` },
}

export function actionQuestion(
  action: ServerAction,
  world: MatrixWorld,
  given: Pick<Question, "session" | "headers">,
): Question {
  const expected = expectedActions[action.key]
  if (!expected) throw new Error(`${action.key} has no line in e2e/matrix/expected.ts.`)
  return {
    path: action.page
      .replace("[slug]", world.account.slug)
      .replace("[id]", world.quality.standardId)
      .replace("[key]", world.quality.sourceKey),
    method: "POST",
    session: given.session ?? null,
    headers: {
      "next-action": action.id,
      "content-type": expected.contentType,
      accept: "text/x-component",
      ...given.headers,
    },
    body: expected.body(world),
  }
}

/** Every decision that the product takes about who may do what, as questions with a name each. */
export function matrixQuestions(world: MatrixWorld, clone = root): Record<string, Question> {
  const questions: Record<string, Question> = {}
  for (const { key, method } of routesOnDisk(clone)) {
    const expected = expectedRoutes[key]
    if (!expected) continue
    const body = sentTo({ method }, expected)
    for (const identity of identities)
      questions[`${key} by ${identity}`] = {
        path: expected.path(world),
        method,
        session: world.sessions[identity],
        ...body,
      }
  }
  for (const action of serverActions(clone)) {
    const own = { origin: baseURL }
    questions[`${action.key} by anonymous`] = actionQuestion(action, world, { headers: own })
    for (const [what, headers] of Object.entries(outsiders))
      questions[`${action.key} by admin with ${what}`] = actionQuestion(action, world, {
        session: world.sessions.admin,
        headers,
      })
    if (expectedActions[action.key]?.for)
      for (const identity of identities)
        questions[`${action.key} by ${identity}`] = actionQuestion(action, world, {
          session: world.sessions[identity],
          headers: own,
        })
  }
  for (const [name, question] of Object.entries(proxyProbes(world, clone)))
    questions[`${name} by anonymous`] = question
  return questions
}
