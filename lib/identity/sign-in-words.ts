/** What a refused sign-in is told, from the code that the sign-in route answers. */
export function signInRefusal(code: string | null | undefined): { code: string; message: string } {
  const [kind, detail] = (code ?? "").split(":")
  if (kind === "TooMany") {
    const minutes = Math.max(1, Math.ceil(Number(detail) / 60))
    return {
      code: "too_many",
      message: `Too many attempts for this address. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
    }
  }
  if (kind === "CredentialsSignin") return { code: "wrong", message: "E-mail or password is wrong." }
  return { code: "unavailable", message: "Signing in is not possible right now. Try again in a moment." }
}
