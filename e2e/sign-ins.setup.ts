import { expect, test } from "@playwright/test"
import { demoPerson, statePathOf } from "#e2e/signed-in-state.ts"
import { roleNames, roles } from "#lib/access/roles.ts"
import { signInByForm } from "./world/sign-in.ts"

for (const role of roles) {
  test(`${roleNames[role]} signs in`, async ({ page }) => {
    const { email, name } = demoPerson(role)
    await page.goto("/sign-in")
    await signInByForm(page, email)
    await expect(page.getByRole("button", { name })).toBeVisible()
    await expect(page).toHaveURL(/\/home$/)
    await page.context().storageState({ path: statePathOf(role) })
  })
}
