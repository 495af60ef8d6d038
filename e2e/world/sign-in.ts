import type { Page } from "@playwright/test"
import { baseURL, demoPassword } from "#e2e/installation.ts"

/** Signs in as a person does: by the form, from wherever the page is. */
export async function signInByForm(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
}

const cookiePairs = (answer: Response): string[] =>
  answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? "")

/** Signs in through the same door without a browser; gives the value of the session cookie, or why not. */
export async function signInByRequest(
  email: string,
  password = demoPassword,
): Promise<{ cookie: string } | { cookie: null; error: string }> {
  const asked = await fetch(`${baseURL}/api/auth/csrf`)
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  const answer = await fetch(`${baseURL}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: cookiePairs(asked).join("; "),
      origin: baseURL,
    },
    body: new URLSearchParams({
      csrfToken,
      email,
      password,
      json: "true",
      callbackUrl: `${baseURL}/accounts`,
    }),
  })
  const session = cookiePairs(answer).find((pair) => pair.startsWith("csops.session="))
  if (session) return { cookie: session.slice("csops.session=".length) }
  const { url } = (await answer.json()) as { url: string }
  return { cookie: null, error: new URL(url).searchParams.get("error") ?? "unknown" }
}

/** The session cookie of a member who must be able to sign in. */
export async function sessionOf(member: { readonly email: string }): Promise<string> {
  const { cookie } = await signInByRequest(member.email)
  if (cookie === null) throw new Error(`${member.email} cannot sign in.`)
  return cookie
}
