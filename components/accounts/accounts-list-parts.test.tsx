import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { accountChips } from "#components/accounts/accounts-chips.ts"
import { AccountsCount } from "#components/accounts/accounts-count.tsx"
import { AccountsFilter } from "#components/accounts/accounts-filter.tsx"
import { AccountsTools } from "#components/accounts/accounts-tools.tsx"
import { NoAccountsState } from "#components/accounts/no-accounts-state.tsx"
import { PeekPanel } from "#components/accounts/peek-panel.tsx"
import { ViewsTabs } from "#components/accounts/views-tabs.tsx"
import { stillRouter } from "#components/testing/still-router.ts"
import { builtInViews } from "#lib/views/built-in.ts"

const drawn = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={stillRouter}>{node}</AppRouterContext.Provider>,
  ).replaceAll("\u00a0", " ")

test("every filter that is on has a chip in words, which leads to the list without it", () => {
  const query = {
    q: "hal",
    band: "red",
    health: "40..60",
    stage: "churned",
    owner: "me",
    due: "90d",
    quiet: "30d",
    lost: "hide",
  } as const
  const chips = accountChips(query, {})
  expect(chips.map(({ label }) => label)).toEqual([
    "Name has “hal”",
    "Health: Act now",
    "Health 40 to 60",
    "Stage: Churned",
    "Owner: me",
    "Renews within 90 d",
    "No contact in 30 d",
    "Without lost accounts",
  ])
  for (const { key, href } of chips) {
    const left = new URL(href, "http://x").searchParams
    expect(left.has(key)).toBe(false)
    expect(left.size).toBe(chips.length - 1)
  }
})

test("the count says of how many, and leads to its rows", () => {
  const html = drawn(<AccountsCount query={{ band: "red" }} matching={37} all={512} />)
  expect(html).toMatch(/href="\/accounts\?band=red"[^>]*>37 of 512 accounts</)
  expect(drawn(<AccountsCount query={{}} matching={512} all={512} />)).toContain(">512 accounts<")
})

test("filters that leave nothing are named, with how many match without each", () => {
  const html = drawn(
    <NoAccountsState
      query={{ segment: "SMB", band: "red" }}
      all={60}
      without={[
        { key: "segment", matching: 4 },
        { key: "band", matching: 0 },
      ]}
      firstRunActions={null}
    />,
  )
  expect(html).toContain("Health: Act now and Segment: SMB.")
  expect(html).toMatch(/href="\/accounts\?band=red"[^>]*>4 match without “Segment: SMB”/)
  expect(html).not.toContain("without “Health")
  expect(html).toContain("60 accounts without any filter.")
})

test("a form without script keeps order, columns and view", () => {
  const html = drawn(
    <AccountsFilter
      query={{ sort: "-arr", cols: "name,arr", view: "mine", lost: "hide", owner: "me" }}
      owners={[]}
    />,
  )
  for (const name of ["sort", "cols", "view", "lost"])
    expect(html).toMatch(new RegExp(`type="hidden" name="${name}"`))
  expect(html).toMatch(/value="me" selected=""/)
})

test("the file has the columns and filters of the screen", () => {
  const look = { density: "compact", columns: ["name", "arr"] } as const
  const html = drawn(<AccountsTools query={{ band: "red", sort: "-arr" }} look={look} listHref="/accounts" />)
  expect(html).toContain('href="/accounts/export?band=red&amp;sort=-arr&amp;cols=name%2Carr"')
})

test("the view that is shown is the current tab, and says when it was changed", () => {
  const views = builtInViews["/accounts"]
  const html = drawn(<ViewsTabs page="/accounts" views={views} current={views[1] ?? null} isChanged />)
  expect(html).toMatch(/aria-current="page"[^>]*><span[^>]*>Mine</)
  expect(html).toContain("changed")
  expect(html).toMatch(/href="\/accounts\?owner=me&amp;lost=hide&amp;view=mine"[^>]*>Reset/)
})

test("beside the list stands how an account is and why", () => {
  const html = drawn(
    <PeekPanel
      account={{
        slug: "halden",
        name: "Halden",
        health: 38,
        band: "red",
        lifecycleStage: "adoption",
        segment: "SMB",
        ownerName: null,
        arrCents: 31_000_000,
        currency: "USD",
        renewsOn: "2025-12-01",
        lastContactOn: null,
      }}
      answer="Act now at 38."
      asOf="Scored Mon 17 Nov 08:00."
      reasons={[{ measureKey: "use", label: "Licence use", raw: null, unit: "", points: -9 }]}
      today="2025-11-17"
      closeHref="/accounts"
    />,
  )
  for (const text of ["Act now at 38.", "$310k", "in 14 days", "None recorded", "Nobody yet", "−9.0 points"])
    expect(html).toContain(text)
  expect(html).toContain('href="/accounts/halden"')
})
