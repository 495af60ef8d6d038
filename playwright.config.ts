import { join } from "node:path"
import { defineConfig } from "@playwright/test"
import { openInstallation } from "#bin/launcher/installation.ts"
import { chooseChromium } from "#e2e/chromium.ts"
import { baseURL, cleanEnvironment, isGiven, root } from "#e2e/installation.ts"

// The same key as `npm start` uses: pages are then built once for both.
process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ??= openInstallation(
  process.env,
).secrets().NEXT_SERVER_ACTIONS_ENCRYPTION_KEY

const { executablePath, args, env } = await chooseChromium()

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/artifacts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Generous, so that a slow machine is no fault; figures are held by the benches.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  use: {
    baseURL,
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "UTC",
    trace: "off",
    launchOptions: {
      executablePath,
      args: [...args],
      env: { ...(process.env as Record<string, string>), ...env },
    },
  },
  projects: [
    { name: "sign-ins", testMatch: /sign-ins\.setup\.ts/ },
    { name: "journeys", testMatch: /journeys\/.*\.spec\.ts/, dependencies: ["sign-ins"] },
    { name: "accessibility", testMatch: /accessibility\/.*\.spec\.ts/, timeout: 300_000 },
    { name: "matrix", testMatch: /matrix\/.*\.spec\.ts/ },
    {
      name: "without-proxy",
      testMatch: /without-proxy\/.*\.spec\.ts/,
      dependencies: ["journeys", "accessibility", "matrix"],
      timeout: 300_000,
    },
  ],
  webServer: {
    command: `exec "${process.execPath}" --disable-warning=ExperimentalWarning --conditions=react-server "${join(root, "e2e/serve.ts")}"`,
    url: `${baseURL}/api/health/ready`,
    timeout: 420_000,
    reuseExistingServer: isGiven,
    env: cleanEnvironment(),
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: process.env.CSOPS_E2E_LOUD ? "pipe" : "ignore",
    stderr: "pipe",
  },
})
