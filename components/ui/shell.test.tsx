import { renderToStaticMarkup } from "react-dom/server"
import { expect, test, vi } from "vitest"
import { FreshnessLink } from "#components/shell/freshness-link.tsx"
import { HelpButton } from "#components/shell/help-button.tsx"
import { SearchButton } from "#components/shell/search-button.tsx"
import { SingleKeySwitch } from "#components/shell/single-key-switch.tsx"
import { Shell } from "#components/ui/shell.tsx"
import { places } from "#lib/keys/places.ts"

vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => {} }),
  usePathname: () => "/accounts/x",
  useSearchParams: () => new URLSearchParams("seg=SMB&sort=name"),
}))

const shell = (isDemo = false) =>
  renderToStaticMarkup(
    <Shell
      items={places}
      deeperPages={[]}
      areKeysOn
      freezeAction={async () => ({ ok: false, code: "failed", message: "" })}
      workspace={{ name: "Acme", slug: "acme", isDemo, timeZone: "UTC" }}
      search={<SearchButton />}
      freshness={<FreshnessLink state="late" words="Zendesk late 6 h" />}
      person={{ name: "Olivia", role: "CSM" }}
      personMenu={
        <>
          <SingleKeySwitch />
          <HelpButton />
        </>
      }
    >
      <h1>Page</h1>
    </Shell>,
  )

test("the way past the bar is the first thing that the keyboard meets, and the page stands alone in its place", () => {
  const html = shell()
  expect(html.match(/<(a|button|input|select|summary)\b[^>]*>/)?.[0]).toContain('href="#content"')
  expect(html.match(/<main\b/g)).toHaveLength(1)
  expect(html.match(/role="status"/g)).toHaveLength(1)
})

test("the page that one is on is marked, also below it, in the list and in the menu", () => {
  const marked = shell().match(/<a [^>]*aria-current="page"[^>]*>/g) ?? []
  expect(marked).toHaveLength(2)
  for (const link of marked) expect(link).toContain('href="/accounts?seg=SMB"')
})

test("search, freshness with its page, and the switch of the keys are there without script", () => {
  const html = shell()
  expect(html).toContain("Search or jump to…")
  expect(html).toMatch(/href="\/data"[^>]*>(?:(?!<\/a>).)*Zendesk late 6 h/)
  expect(html).toMatch(/role="switch"[^>]*aria-checked="true"[^>]*>Single-key shortcuts/)
})

test("the demo says that it is one", () => {
  expect(shell(true)).toContain("Demo data")
  expect(shell(false)).not.toContain("Demo data")
})
