import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { modelOf } from "#lib/health/testing/model-of.ts"
import { AuditTable } from "./audit-table.tsx"
import { weightSums } from "./model-form-values.ts"
import { ModelWeights } from "./model-weights.tsx"
import { RoleMatrix } from "./role-matrix.tsx"
import { SkillGrid } from "./skill-grid.tsx"

const textOf = (html: string): string => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")

test("a fact shows what it changed, and an account as a link", () => {
  const html = renderToStaticMarkup(
    <AuditTable
      rows={[
        {
          place: "1-1",
          at: "Mon 16 Nov 09:00",
          title: "Login changed",
          detail: null,
          changes: [{ field: "Role", before: "CSM", after: "Team lead" }],
          account: { slug: "north", name: "North" },
          accounts: 0,
          who: "Ada",
          via: "Person in the browser",
        },
      ]}
    />,
  )
  expect(textOf(html)).toContain("Role: CSM → became Team lead")
  expect(html).toContain('href="/accounts/north"')
})

test("the grid of skills has one tab stop, and a level for every person and skill", () => {
  const html = renderToStaticMarkup(
    <SkillGrid
      skills={[
        { id: "s1", name: "German" },
        { id: "s2", name: "French" },
      ]}
      rows={[
        { personId: "a", name: "Ada", levels: [3, 0] },
        { personId: "b", name: "Ben", levels: [0, 5] },
      ]}
      setAction={() => Promise.resolve({ ok: true, value: null })}
    />,
  )
  expect(html.match(/role="gridcell"/g)).toHaveLength(4)
  expect(html.match(/tabindex="0"/gi)).toHaveLength(1)
  expect(textOf(html)).toContain("Ada 3 0 Ben 0 5")
})

test("every weight and veto of a model has a labelled field, and wrong sums are said", () => {
  const model = modelOf({ usage: { weight: 60 }, tickets: { weight: 30 } })
  const html = renderToStaticMarkup(<ModelWeights model={model} sums={weightSums(model, model)} />)
  expect(textOf(html)).toContain("measures 90 of 100")
  expect(textOf(html)).toContain("groups 100 of 100")
  for (const label of ["Weight of All, in percent", "Weight of USAGE, in percent"])
    expect(html).toContain(label)
  expect(html.match(/<input/g)).toHaveLength(1 + 2 * 3)
})

test("the matrix of roles names all nine", () => {
  const words = textOf(renderToStaticMarkup(<RoleMatrix />))
  for (const role of ["Admin", "Capacity planner", "Viewer"]) expect(words).toContain(role)
  expect(words).toContain("Change logins and their roles yes no no no no no no no no")
})
