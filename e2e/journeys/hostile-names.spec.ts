import { expect, test } from "#e2e/fixtures.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"

const names = [
  "W".repeat(200),
  `Long ${"word ".repeat(40)}`.trim(),
  "<script>globalThis.hasRun = true</script>",
  '"><img src=x onerror="globalThis.hasRun = true">',
  "{{constructor.constructor('globalThis.hasRun = true')()}}",
  '=HYPERLINK("http://evil.example")',
  "شركة النجاح للعملاء \u202Eexe.gpj",
  "🦊🏳️‍🌈 Emoji & Söhne 株式会社",
  "Zalgo Z̷̢͔̼a̶̡̛l̴̨̫g̵̰̈ơ̶̭",
]

test("hostile and long names are text, and never push the page sideways", async ({ workspace, pageOf }) => {
  const accounts = await arrangeAccounts(
    workspace,
    names.map((name, place) => ({
      externalId: `H${place}`,
      name,
      usage: 10 + place,
      tickets: place,
      ownerName: name.slice(0, 150),
    })),
  )
  const page = await pageOf(workspace.members.csm)
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    for (const path of [
      "/accounts",
      `/accounts?q=${encodeURIComponent(names[2]!)}`,
      ...accounts.map(({ slug }) => `/accounts/${slug}`),
    ]) {
      await page.goto(path)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0)
      expect(await page.evaluate(() => (globalThis as { hasRun?: boolean }).hasRun), path).toBeUndefined()
    }
  }
  for (const [place, { slug }] of accounts.entries()) {
    await page.goto(`/accounts/${slug}`)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[place]!)
  }
})
