import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { AccountRecords } from "#components/accounts/account-records.tsx"
import type { MovementRow } from "#lib/contracts/schema.ts"
import type { SignalRow } from "#lib/signals/schema.ts"

const signal = (measureKey: string, source: string): SignalRow => ({
  measureKey,
  label: measureKey,
  unit: "",
  role: "input",
  sourceKey: source,
  source,
  observedOn: "2026-11-10",
  value: 1,
  recent: [],
})
const movement: MovementRow = {
  id: "1",
  kind: "expansion",
  effectiveOn: "2026-11-01",
  amountCents: 500_000,
  currency: "USD",
  source: "import",
}
const contract = {
  id: "1",
  externalId: "C-1",
  startsOn: "2026-01-01",
  endsOn: "2026-12-31",
  noticeOn: null,
  autoRenews: false,
}

const shown = (over: Partial<Parameters<typeof AccountRecords>[0]>) =>
  renderToStaticMarkup(
    <AccountRecords
      contracts={[contract]}
      movements={[movement]}
      contacts={[]}
      touchpoints={[]}
      signals={[signal("use", "A"), signal("use", "B"), signal("nps", "A")]}
      earlier={null}
      totals={{ contracts: 1, contacts: 0, touchpoints: 0 }}
      ownerName="Olivia Owner"
      currency="USD"
      today="2026-11-16"
      place={{ now: new Date("2026-11-16T09:00:00Z"), timeZone: "UTC" }}
      mayReadPersonal
      {...over}
    />,
  ).replaceAll("\u00a0", " ")

test("a measure from two sources is one measure", () => {
  expect(shown({})).toContain("Signals: 2 measures")
  expect(shown({ signals: [signal("use", "A")] })).toContain("Signals: 1 measure<")
})

test("a value of a source that is late is open, and says how far the source came", () => {
  const late = { ...signal("use", "Help desk"), partial: { completeTo: "2026-11-03" } }
  const html = shown({ signals: [late, signal("nps", "A")] })
  expect(html).toContain("partial: Help desk complete to Tue 3 Nov")
  expect(html.match(/partial:/g)).toHaveLength(1)
  expect(shown({ signals: [{ ...late, partial: { completeTo: null } }] })).toContain(
    "partial: Help desk never complete",
  )
})

test("a list that is cut says so, a whole one does not", () => {
  expect(shown({})).not.toMatch(/\d of \d|Earlier/)
  const html = shown({
    totals: { contracts: 63, contacts: 0, touchpoints: 0 },
    earlier: { count: 12, amountCents: -200_000 },
  })
  expect(html).toContain("1 of 63, the newest.")
  expect(html).toContain("1 of 13, the newest.")
  expect(html).toMatch(/Earlier.*12 movements.*−\$2,000/)
})

test("a movement of a later day is not yet part of the ARR, and says so", () => {
  expect(shown({ movements: [{ ...movement, effectiveOn: "2026-11-17" }] })).toContain("(to come)")
})
