import { type Role, roleNames } from "#lib/access/roles.ts"

type Person = { readonly email: string; readonly name: string; readonly role: Role }

/** The lines that a person needs to begin: where it runs, who can sign in, and with which password. */
export function announcement({
  address,
  people,
  password,
}: {
  address: string
  people: readonly Person[]
  /** Words about the password: the password itself and where it is kept, or the variable that gave it. */
  password: string
}): string {
  const widest = Math.max(0, ...people.map(({ email }) => email.length))
  const lines = people.map(
    ({ email, name, role }) => `    ${email.padEnd(widest)}  ${name}, ${roleNames[role]}`,
  )
  const signIn = lines.length > 0 ? ["", "  Sign in as", ...lines, "", `  Password: ${password}`] : []
  return ["", `  CS-Ops runs at ${address}`, ...signIn, ""].join("\n")
}
