import type { Role } from "../access/roles.ts"
import { formatCount } from "../format/plural.ts"

type Login = { readonly role: Role; readonly isDisabled: boolean }

/** Who may do what here, in one sentence: "12 people can sign in, 3 as admin; 1 login is shut out. 2 requests for access wait." */
export function peopleAnswer(logins: readonly Login[], waiting = 0): string {
  const open = logins.filter(({ isDisabled }) => !isDisabled)
  const admins = open.filter(({ role }) => role === "admin").length
  const shut = logins.length - open.length
  const may = `${formatCount(open.length, "person", "people")} can sign in, ${admins} as admin`
  const out = shut === 0 ? "" : `; ${formatCount(shut, "login")} ${shut === 1 ? "is" : "are"} shut out`
  return [`${may}${out}.`, waitingWords(waiting)].filter(Boolean).join(" ")
}

/** "1 request for access waits."; nothing while none does. */
export const waitingWords = (waiting: number): string =>
  waiting === 0
    ? ""
    : `${formatCount(waiting, "request for access", "requests for access")} ${waiting === 1 ? "waits" : "wait"}.`

/** The same as a fact for a list: "12 people, 3 admins". */
export function peopleFact(logins: readonly Login[]): string {
  const open = logins.filter(({ isDisabled }) => !isDisabled)
  const admins = open.filter(({ role }) => role === "admin").length
  return `${formatCount(open.length, "person", "people")}, ${formatCount(admins, "admin")}`
}
