import { expect, test } from "#e2e/fixtures.ts"
import { demoPerson } from "#e2e/signed-in-state.ts"
import { signInByForm } from "#e2e/world/sign-in.ts"

const refusedByServer = /status of 401/

test("signs in, sees who they are, signs out and is out", async ({ page }) => {
  const { email, name } = demoPerson("admin")
  await page.goto("/")
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signInByForm(page, email)
  await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible()
  await page.getByRole("button", { name }).click()
  await expect(page.locator("#person-menu").getByText("Admin", { exact: true })).toBeVisible()
  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page.getByRole("heading", { name: "Sign in to CS-Ops" })).toBeVisible()
  await page.goto("/accounts")
  await expect(page.getByRole("heading", { name: "Sign in to CS-Ops" })).toBeVisible()
})

test("a wrong password keeps the e-mail and says the same for known and unknown addresses", async ({
  page,
  workspace,
  expectFault,
}) => {
  expectFault(refusedByServer)
  const told: (string | null)[] = []
  for (const email of [workspace.members.csm.email, "nobody@journeys.example"]) {
    await page.goto("/sign-in")
    await signInByForm(page, email, "not the password")
    const note = page.getByRole("status")
    await expect(note).toHaveText("E-mail or password is wrong.")
    await expect(page.getByLabel("E-mail")).toHaveValue(email)
    await expect(page.getByLabel("Password")).toHaveValue("")
    told.push(await note.textContent())
  }
  expect(told[0]).toBe(told[1])
})

test("eleven wrong guesses: told to wait, even with the right password then", async ({
  page,
  workspace,
  expectFault,
}) => {
  expectFault(refusedByServer)
  const { email } = workspace.members.viewer
  await page.goto("/sign-in")
  for (let guess = 1; guess <= 10; guess += 1) {
    const answer = page.waitForResponse(/callback\/credentials/)
    await signInByForm(page, email, `wrong guess ${guess}`)
    await answer
    await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled()
    await expect(page.getByRole("status")).toHaveText("E-mail or password is wrong.")
  }
  await signInByForm(page, email, "wrong guess 11")
  await expect(page.getByRole("status")).toHaveText(/Too many attempts .* Try again in 1[45] minutes\./)
  await signInByForm(page, email)
  await expect(page.getByRole("status")).toHaveText(/Too many attempts/)
})

test("a deep link leads through the sign-in and back to itself", async ({ page, workspace }) => {
  const link = "/accounts?band=red&sort=-arr"
  await page.goto(link)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signInByForm(page, workspace.members.csm.email)
  await expect(page.getByRole("button", { name: workspace.members.csm.name })).toBeVisible()
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(link)
})

for (const next of [
  "//evil.example/path",
  "/\\evil.example",
  "https://evil.example/",
  "/\t/evil.example",
  "javascript:alert(1)",
  "evil.example",
  "%2F%2Fevil.example",
])
  test(`the sign-in does not lead away to ${JSON.stringify(next)}`, async ({ page, workspace, baseURL }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await signInByForm(page, workspace.members.csm.email)
    await expect(page.getByRole("button", { name: workspace.members.csm.name })).toBeVisible()
    await expect(page).toHaveURL(`${baseURL}/home`)
  })

test("who is signed in already goes straight on", async ({ signedInAs }) => {
  const page = await signedInAs("csm")
  await page.goto("/sign-in?next=%2Faccounts%3Fsort%3Dname")
  await expect(page).toHaveURL(/\/accounts\?sort=name$/)
})
