import { renderToStaticMarkup } from "react-dom/server"
import { expect, test, vi } from "vitest"
import { ScoringUnderWay } from "./scoring-under-way.tsx"

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }))

const shown = (waiting: number, accounts: number) =>
  renderToStaticMarkup(<ScoringUnderWay waiting={waiting} accounts={accounts} mayOpenJobs />)

test("how far the scoring is stands as words and as progress", () => {
  const html = shown(318, 512)
  expect(html).toContain("194 of 512 accounts scored")
  expect(html).toContain('aria-valuenow="37"')
  expect(html).toContain('href="/jobs"')
})

test("a few accounts are scored before anybody has read it", () => expect(shown(99, 512)).toBe(""))

test("more marks than accounts are no negative progress", () =>
  expect(shown(600, 512)).toContain("0 of 512 accounts scored"))
