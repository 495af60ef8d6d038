export type SignInAnswer = {
  readonly status: number
  /** The session cookie as a request header; null when it was refused. */
  readonly cookie: string | null
  /** The word that the sign-in page gets, such as CredentialsSignin or TooMany:840. */
  readonly error: string | null
}

const cookiesOf = (answer: Response): string[] =>
  answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? "")

/** Signs in as the page does: the form's token first, then the credentials. */
export async function signInOver(
  origin: string,
  given: { email: string; password: string },
  headers: Readonly<Record<string, string>> = {},
): Promise<SignInAnswer> {
  const form = await fetch(`${origin}/api/auth/csrf`, { headers })
  const { csrfToken } = (await form.json()) as { csrfToken?: string }
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      ...headers,
      cookie: cookiesOf(form).join("; "),
      "content-type": "application/x-www-form-urlencoded",
      origin,
    },
    body: new URLSearchParams({ ...given, csrfToken: csrfToken ?? "", callbackUrl: origin, json: "true" }),
  })
  const text = await answer.text()
  const cookie = cookiesOf(answer).find((line) => line.startsWith("csops.session=")) ?? null
  return { status: answer.status, cookie, error: errorIn(text) }
}

function errorIn(text: string): string | null {
  try {
    const { url } = JSON.parse(text) as { url?: string }
    return url ? new URL(url).searchParams.get("error") : null
  } catch {
    return null
  }
}

export async function requireSignIn(
  origin: string,
  given: { email: string; password: string },
): Promise<string> {
  const { cookie, status, error } = await signInOver(origin, given)
  if (cookie) return cookie
  throw new Error(`${given.email} could not sign in: status ${status}, ${error}`)
}
