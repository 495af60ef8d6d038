import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "#e2e/fixtures.ts"
import { cleanEnvironment, root } from "#e2e/installation.ts"

/** Sixty customers whose use and tickets tell who left. */
function customers(): string {
  const rows = Array.from({ length: 60 }, (_, place) => {
    const isGone = place % 4 === 0
    const usage = isGone ? 5 + (place % 9) : 60 + (place % 30)
    const tickets = isGone ? 9 + (place % 5) : place % 4
    return `K${1000 + place},Imported ${place + 1},${usage},${tickets},${isGone ? "Yes" : "No"}`
  })
  return `${["customerID,name,weekly_active_users,support_tickets,Churn", ...rows].join("\n")}\n`
}

function runImport(file: string): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const args = [join(root, "bin/bootstrap.mjs"), "import", "accounts", file, "--workspace", "own"]
    const child = spawn(process.execPath, args, { cwd: root, env: cleanEnvironment() as NodeJS.ProcessEnv })
    let output = ""
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()))
    child.on("exit", (status) => resolve({ status, output }))
  })
}

test("a file imported by the command line is on the page, scored", async ({ signedInAs }) => {
  const folder = mkdtempSync(join(tmpdir(), "csops-import-"))
  try {
    const page = await signedInAs("admin")
    await page.goto("/accounts")
    await page.getByRole("combobox", { name: "Workspace" }).selectOption({ label: "My company" })
    await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible()
    await page.goto("/accounts")
    await expect(page.getByText("Your accounts will be here")).toBeVisible()
    const file = join(folder, "customers.csv")
    writeFileSync(file, customers())
    const { status, output } = await runImport(file)
    expect(status, output).toBe(0)
    expect(output).toMatch(/Scored 60 accounts/)
    await expect(page.getByText("60 accounts", { exact: true })).toBeVisible()
    await page.getByLabel("Account name").fill("Imported 5")
    await page.getByRole("button", { name: "Show matching" }).click()
    await page.getByRole("link", { name: "Imported 5", exact: true }).click()
    await expect(page.getByRole("heading", { name: "Imported 5", level: 1 })).toBeVisible()
    await expect(page.getByText(/^Why \d+\?/)).toBeVisible()
    await expect(page.getByRole("table", { name: "Parts of the health score" })).toContainText(
      /weekly active users/i,
    )
    const again = await runImport(file)
    expect(again.status, again.output).toBe(0)
    await page.goto("/accounts")
    await expect(page.getByText("60 accounts", { exact: true })).toBeVisible()
    await page.getByRole("combobox", { name: "Workspace" }).selectOption({ label: "Demo" })
    await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible()
    await page.goto("/accounts")
    await expect(page.getByRole("rowheader").first()).toBeVisible()
    await expect(page.getByRole("link", { name: /^Imported/ })).toHaveCount(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
