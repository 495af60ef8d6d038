import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "bin/**/*.test.ts"],
          exclude: ["lib/server/**/*.db.test.ts", "**/*.reliability.test.ts"],
          // A law tries hundreds of cases; a busy machine is no reason to call it broken.
          testTimeout: 30_000,
          env: { TZ: "Asia/Kathmandu" },
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["db/**/*.test.ts", "lib/server/**/*.db.test.ts"],
          globalSetup: ["db/testing/global-setup.ts"],
          env: { TZ: "Asia/Kathmandu" },
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "reliability",
          include: ["**/*.reliability.test.ts"],
          exclude: ["node_modules/**", ".next/**", ".data/**"],
          globalSetup: ["e2e/reliability/kit/global-setup.ts"],
          alias: {
            "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)),
          },
          env: { CSOPS_LOG_LEVEL: "error" },
          testTimeout: 300_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
})
