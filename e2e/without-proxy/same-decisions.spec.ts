import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "#e2e/fixtures.ts"
import { port } from "#e2e/installation.ts"
import { type Answer, askThrough } from "#e2e/matrix/ask.ts"
import { assertExpected, decisionOf } from "#e2e/matrix/decision.ts"
import { expectedRoutes } from "#e2e/matrix/expected.ts"
import { matrixQuestions } from "#e2e/matrix/questions.ts"
import { routesOnDisk } from "#e2e/matrix/route-tree.ts"
import { type MatrixWorld, matrixWorld } from "#e2e/matrix/world.ts"
import { copyOfClone } from "./copy-of-clone.ts"

const planted = "app/api/v1/cs-ops/planted/route.ts"

/** An endpoint that forgot its guard: it tells everybody about an account of the world. */
const unguarded = ({ canary }: MatrixWorld) =>
  `export async function GET() { return Response.json({ name: "${canary}" }) }\n`

/** Who gets what, without which of several locks refused: the proxy's absence may move that, never the outcome. */
function outcomeOf(name: string, answer: Answer, canary: string): string {
  if (name.includes(".ts#")) {
    const isDone = answer.body.includes('"ok":true') || "x-action-redirect" in answer.headers
    return isDone ? "done" : `refused${answer.body.includes(canary) ? ", with data" : ""}`
  }
  const { says, hasData } = decisionOf(answer, canary)
  const data = hasData ? ", with data" : ""
  if (says.includes("/sign-in") && !name.startsWith("/sign-in")) return `refused${data}`
  if (answer.status >= 400 && answer.status < 500) return `refused${data}`
  return `${says}${data}`
}

/** What is made anew by each asking has another id each time, and each world its own name. */
const withoutNames = (outcome: string, canary: string): string =>
  outcome
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID")
    .replaceAll(canary, "CANARY")
    .replaceAll(canary.toLowerCase(), "CANARY")

async function outcomes(world: MatrixWorld, clone: string | undefined, atPort: number) {
  const all: Record<string, string> = {}
  for (const [name, question] of Object.entries(matrixQuestions(world, clone))) {
    const outcome = outcomeOf(name, await askThrough(question, atPort), world.canary)
    const asked = withoutNames(name.replace(/_next\/data\/[^/]+/, "_next/data/BUILD"), world.canary)
    expect(all, "two questions of one name").not.toHaveProperty([asked])
    all[asked] = withoutNames(outcome, world.canary)
  }
  return all
}

test("without the proxy every decision is the same, and an unguarded route is caught", async () => {
  // Many things can be done once only: each side has a world of its own that is made alike.
  const world = await matrixWorld("With proxy")
  const alike = await matrixWorld("Without proxy")
  const copy = copyOfClone({ leaveOut: ["proxy.ts"] })
  try {
    expect(existsSync(join(copy.folder, "proxy.ts"))).toBe(false)
    mkdirSync(dirname(join(copy.folder, planted)), { recursive: true })
    writeFileSync(join(copy.folder, planted), unguarded(world))
    copy.build()
    const there = await copy.start()
    const withProxy = await outcomes(world, undefined, port)
    const without = await outcomes(alike, copy.folder, there.port)
    expect(Object.keys(withProxy).length).toBeGreaterThan(200)
    expect(without).toEqual(withProxy)
    expect(
      Object.values(withProxy).filter((each) => each === "done" || each.includes("data")).length,
    ).toBeGreaterThan(30)

    const unknown = routesOnDisk(copy.folder).filter(({ key }) => !(key in expectedRoutes))
    expect(unknown.map(({ file }) => `app/${file}`)).toEqual([planted])
    const route = unknown[0]!
    const expected = {
      for: "health.read",
      path: () => route.pattern,
      showsCanary: true,
    } as const
    const answer = await askThrough({ path: route.pattern }, there.port)
    expect(() =>
      assertExpected({ answer, route, expected, identity: "anonymous", canary: world.canary }),
    ).toThrow()
  } finally {
    await copy.remove()
  }
})
