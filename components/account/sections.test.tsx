import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { ExecView } from "#components/account/exec-view.tsx"
import { MovementsPanel } from "#components/account/movements-panel.tsx"
import { NextStepPanel } from "#components/account/next-step-panel.tsx"
import { SignalMultiples } from "#components/account/signal-multiples.tsx"
import { StakeholderGrid } from "#components/account/stakeholder-grid.tsx"
import { nextStep } from "#lib/next-step/next-step.ts"

const today = "2026-11-16"
const plain = (node: React.ReactNode) => renderToStaticMarkup(node).replaceAll("\u00a0", " ")
const lost = nextStep({
  today,
  isLost: true,
  renewsOn: null,
  lastContactOn: null,
  plannedOn: null,
  createdOn: today,
  cadence: 30,
  contacts: [],
  health: null,
})

test("nothing due is said, with the next day where one is known", () => {
  expect(plain(<NextStepPanel next={lost} today={today} />)).toContain("Next step: nothing is due")
  const next = { kind: "nothing", next: { on: "2026-12-01", what: "the renewal" } } as const
  expect(plain(<NextStepPanel next={next} today={today} />)).toContain(
    "Next: the renewal, Tue 1 Dec (in 15 days).",
  )
})

test("a measure says its value, its change in points and its source", () => {
  const row = {
    measureKey: "use",
    label: "Licence use",
    unit: "%",
    role: "input" as const,
    sourceKey: "app",
    source: "Product",
    observedOn: "2026-11-15",
    value: 48,
    recent: [60, 59, 58, 50, 48],
  }
  const html = plain(<SignalMultiples rows={[row]} today={today} />)
  expect(html).toMatch(/Licence use.*48 %.*−12 pt in 4 weeks.*Product, Sun 15 Nov/)
})

test("movements are summed by quarter, the unfinished one says so", () => {
  const rows = [
    { id: "1", kind: "expansion", effectiveOn: "2026-10-01", amountCents: 500_000 },
    { id: "2", kind: "contraction", effectiveOn: "2026-08-01", amountCents: -200_000 },
  ].map((row) => ({ ...row, kind: row.kind as "expansion", currency: "USD", source: "import" }))
  const html = plain(<MovementsPanel rows={rows} earlier={null} currency="USD" today={today} />)
  expect(html).toContain("ARR movements: +$3,000 in 2 quarters")
  expect(html).toMatch(/−\$2,000.*Q3 2026.*\+\$5,000.*Q4 2026.*so far/)
})

test("a hidden name is counted, a known one is told", () => {
  const contact = {
    id: "1",
    role: "sponsor" as const,
    personal: "hidden" as const,
    name: null,
    email: null,
    title: null,
    strength: 5,
    lastContactOn: null,
    leftOn: null,
  }
  const html = plain(<StakeholderGrid rows={[contact, { ...contact, id: "2", name: "Dana" }]} />)
  expect(html).toContain("Dana and 1 other")
  expect(plain(<StakeholderGrid rows={[contact]} />)).toContain("1 contact")
})

test("an executive sees three changes and no import", () => {
  const latest = ["import", "arr", "health", "touchpoint", "contract"].map((kind, place) => ({
    key: kind,
    wall: `2026-11-1${place}T`,
    kind: kind as "arr",
    title: `A ${kind}`,
    detail: null,
    actor: null,
    href: null,
    note: null,
  }))
  const html = plain(
    <ExecView
      health={62}
      band="yellow"
      reasons={["Licence use 48 %", "Open tickets 9"]}
      trend={null}
      arrCents={null}
      currency="USD"
      renewsOn={null}
      latest={latest}
      next={lost}
      today={today}
    />,
  )
  expect(html).toMatch(/A arr.*A health.*A touchpoint/)
  expect(html).not.toMatch(/A import|A contract/)
  expect(html).toMatch(/62.*Licence use 48 %.*Open tickets 9.*Not known.*No contract/)
})
