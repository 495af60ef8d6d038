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

const nobody = { ownerName: null, person: null }

test("nothing due is said, with the next day where one is known", () => {
  expect(plain(<NextStepPanel {...nobody} next={lost} today={today} />)).toContain(
    "Next step: nothing is due",
  )
  const next = { kind: "nothing", next: { on: "2026-12-01", what: "the renewal" } } as const
  expect(plain(<NextStepPanel {...nobody} next={next} today={today} />)).toContain(
    "Next: the renewal, Tue 1 Dec (in 15 days).",
  )
})

const step = { rule: "drop", title: "Ask", reason: "Health is below.", href: "#why" } as const
const due = { kind: "step", step, by: { on: "2026-12-01", what: "the renewal" } } as const

test("a step says who and by when, and has one button: to write where an address may be read", () => {
  const sam = { name: "Sam", email: "sam&bcc=x@customer.test" }
  const html = plain(<NextStepPanel next={due} today={today} ownerName="Lena" person={sam} />)
  expect(html).toContain("Who: Lena. By Tue 1 Dec (in 15 days): the renewal.")
  expect(html).toMatch(/href="mailto:sam%26bcc%3Dx@customer.test"[^>]*>Write to Sam</)
  const unknown = plain(<NextStepPanel {...nobody} next={due} today={today} path="/accounts/a" />)
  expect(unknown).toContain("Who: nobody yet.")
  expect(unknown).toMatch(/href="\/accounts\/a#why"[^>]*>Show the evidence/)
  expect(unknown).not.toContain("mailto:")
})

test("data are not asked for by a letter to the customer", () => {
  const missing = { ...due, step: { ...step, rule: "oldData" } }
  const sam = { name: "Sam", email: "sam@customer.test" }
  const html = plain(<NextStepPanel next={missing} today={today} ownerName="Lena" person={sam} />)
  expect(html).not.toContain("mailto:")
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
  expect(html).toMatch(/Licence use.*48 %.*60 %.*−12 pt.*Sun 15 Nov.*Product/)
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
      healthNote="as on Mon 9 Nov"
      arrCents={9_200_000}
      arrNote="+$2,000 in 12 months"
      history={null}
      currency="USD"
      renewsOn={null}
      latest={latest}
      next={{ ...nobody, next: lost }}
      today={today}
    />,
  )
  expect(html).toMatch(/A arr.*A health.*A touchpoint/)
  expect(html).not.toMatch(/A import|A contract/)
  expect(html).toMatch(/62.*Watch.*as on Mon 9 Nov.*\$92k.*\+\$2,000 in 12 months.*No contract/)
})
