import { formatCount } from "../format/plural.ts"

type Session = { readonly loginId: string }

/** Who is signed in: of the whole workspace for whoever may see it, else of oneself. */
export function sessionsAnswer(sessions: readonly Session[], ofAll: boolean): string {
  const open = formatCount(sessions.length, "session")
  const verb = sessions.length === 1 ? "is" : "are"
  if (!ofAll) return `${open} of yours ${verb} open.`
  const people = new Set(sessions.map(({ loginId }) => loginId)).size
  return `${open} of ${formatCount(people, "person", "people")} ${verb} open.`
}
