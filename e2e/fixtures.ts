import { type BrowserContext, test as base, expect, type Page } from "@playwright/test"
import { baseURL } from "#e2e/installation.ts"
import { statePathOf } from "#e2e/signed-in-state.ts"
import type { Role } from "#lib/access/roles.ts"
import { closeDatabase } from "./world/database.ts"
import { sessionOf } from "./world/sign-in.ts"
import { type Member, newWorkspace, type TestWorkspace } from "./world/workspace.ts"

type Fixtures = {
  /** Names a fault that this test provokes: text of a console line, page error or CSP violation. */
  expectFault: (text: string | RegExp) => void
  /** Fails the test on any console error, page error or CSP violation of any page that it opens. */
  faults: { watch(context: BrowserContext): Promise<void>; expect(text: string | RegExp): void }
  /** A page of a demo person, with the state that their sign-in by the form left. */
  signedInAs: (role: Role) => Promise<Page>
  /** A page of a member of a workspace of one's own. */
  pageOf: (member: Member, options?: { context?: BrowserContext }) => Promise<Page>
  workspace: TestWorkspace
}

export const test = base.extend<Fixtures, { database: null }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what a fixture needs
    async ({}, use) => {
      await use(null)
      await closeDatabase()
    },
    { scope: "worker", auto: true },
  ],
  expectFault: async ({ faults }, use) => use((text) => faults.expect(text)),
  faults: [
    async ({ context }, use) => {
      const seen: string[] = []
      const expected: (string | RegExp)[] = []
      const watch = async (watched: BrowserContext) => {
        watched.on(
          "console",
          (line) => line.type() === "error" && seen.push(`console: ${line.text()} (${line.location().url})`),
        )
        watched.on("weberror", (error) => seen.push(`page: ${error.error().message}`))
        await watched.exposeFunction(
          "csopsReportViolation",
          (text: string) => void seen.push(`policy: ${text}`),
        )
        await watched.addInitScript(() => {
          const report = (globalThis as unknown as { csopsReportViolation: (text: string) => void })
            .csopsReportViolation
          document.addEventListener("securitypolicyviolation", (event) =>
            report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`),
          )
        })
      }
      await watch(context)
      await use({ watch, expect: (text) => void expected.push(text) })
      const isExpected = (fault: string) =>
        expected.some((text) => (typeof text === "string" ? fault.includes(text) : text.test(fault)))
      expect(
        seen.filter((fault) => !isExpected(fault)),
        "faults in the browser",
      ).toEqual([])
    },
    { auto: true },
  ],
  signedInAs: async ({ browser, faults }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (role) => {
      const context = await browser.newContext({ storageState: statePathOf(role), ...contextOptions })
      contexts.push(context)
      await faults.watch(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  pageOf: async ({ browser, faults }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (member, { context: given } = {}) => {
      const context = given ?? (await browser.newContext(contextOptions))
      if (!given) {
        contexts.push(context)
        await faults.watch(context)
      }
      await context.addCookies([
        {
          name: "csops.session",
          value: await sessionOf(member),
          url: baseURL,
          httpOnly: true,
          sameSite: "Lax",
        },
      ])
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what a fixture needs
  workspace: async ({}, use) => {
    await use(await newWorkspace())
  },
})

const contextOptions = { baseURL, viewport: { width: 1440, height: 900 }, locale: "en-US", timezoneId: "UTC" }

export { expect }
