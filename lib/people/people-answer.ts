import type { Role } from "../access/roles.ts"
import { formatCount } from "../format/plural.ts"

type Login = { readonly role: Role; readonly isDisabled: boolean }

/** Who may do what here, in one sentence: "12 people sign in, 3 as admin; 1 login is shut out." */
export function peopleAnswer(logins: readonly Login[]): string {
  const open = logins.filter(({ isDisabled }) => !isDisabled)
  const admins = open.filter(({ role }) => role === "admin").length
  const shut = logins.length - open.length
  const may = `${formatCount(open.length, "person", "people")} can sign in, ${admins} as admin`
  return shut === 0
    ? `${may}.`
    : `${may}; ${formatCount(shut, "login")} ${shut === 1 ? "is" : "are"} shut out.`
}

/** The same as a fact for a list: "12 people, 3 admins". */
export function peopleFact(logins: readonly Login[]): string {
  const open = logins.filter(({ isDisabled }) => !isDisabled)
  const admins = open.filter(({ role }) => role === "admin").length
  return `${formatCount(open.length, "person", "people")}, ${formatCount(admins, "admin")}`
}
