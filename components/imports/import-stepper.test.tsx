import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { ImportStepper } from "#components/imports/import-stepper.tsx"
import { openSteps, stepOf } from "#components/imports/import-steps.ts"

test("steps are told in words: what is done, where one is, what can be opened", () => {
  const html = renderToStaticMarkup(
    <ImportStepper current="check" runId="7" open={openSteps("checked", true)} />,
  ).replaceAll(/<[^>]+>/g, (tag) =>
    tag.includes("aria-current") ? "[here]" : tag.startsWith("<a") ? "[link]" : "",
  )
  expect(html).toContain("1 File done")
  expect(html).toContain("[link]2 Map done")
  expect(html).toContain("[here]3 Check")
  expect(html).toContain("[link]4 Preview")
  expect(html).toContain("5 Write")
})

test("nothing can be opened that a run's state does not hold", () => {
  expect(openSteps("draft", false)).toEqual(["map"])
  expect(openSteps("checked", false)).not.toContain("preview")
  expect(openSteps("writing", true)).toEqual([])
  expect([stepOf("draft"), stepOf("checked"), stepOf("writing"), stepOf("done")]).toEqual([
    "map",
    "check",
    "write",
    null,
  ])
})
