import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { DemoLink } from "#components/ui/demo-link.tsx"

const own = { slug: "own", name: "My company", kind: "own" } as const
const demo = { slug: "demo", name: "Demo", kind: "demo" } as const
const shown = (workspaces: readonly (typeof own | typeof demo)[], current = "own") =>
  renderToStaticMarkup(<DemoLink workspaces={workspaces} current={current} path="/data" />)

test("a member of a Demo workspace has the way to the same page there", () =>
  expect(shown([demo, own])).toMatch(/href="\/data\?ws=demo".*Open the Demo workspace/))

test("nobody else has, and nobody who is there", () => {
  expect(shown([own])).toBe("")
  expect(shown([demo, own], "demo")).toBe("")
})
