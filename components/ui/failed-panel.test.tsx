import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { FailedPanel } from "#components/ui/failed-panel.tsx"

const place = { now: new Date("2026-11-17T10:00:00Z"), timeZone: "UTC" }
const part = {
  diagnosticId: "7f3a90c2",
  since: new Date("2026-11-17T09:12:00Z"),
  lastGood: { words: "9 jobs ended well", at: new Date("2026-11-17T09:02:00Z") },
}

test("a panel that could not be read says which source, since when and what it said last", () => {
  const html = renderToStaticMarkup(
    <FailedPanel title="Jobs" source="The job queue" part={part} place={place} againHref="/jobs" />,
  )
  expect(html).toContain("The job queue has not answered since Tue 17 Nov 09:12")
  expect(html).toContain("Last good value: 9 jobs ended well, Tue 17 Nov 09:02.")
  expect(html).toContain("7f3a90c2")
})

test("without an earlier value none is made up", () =>
  expect(
    renderToStaticMarkup(
      <FailedPanel
        title="Jobs"
        source="The job queue"
        part={{ ...part, lastGood: null }}
        place={place}
        againHref="/jobs"
      />,
    ),
  ).toContain("There is no earlier value."))
