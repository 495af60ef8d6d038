/** What who asked for access is told: when it was asked, and who can grant it. `when` is in words of the reader's place. */
export function askedWords({
  when,
  isNew,
  isAllowed = false,
  grantors,
}: {
  when: string
  /** False when the same was waiting already. */
  isNew: boolean
  /** True when the role allows it by now. */
  isAllowed?: boolean
  grantors: readonly string[]
}): string {
  if (isAllowed) return "Your role allows this by now. Load the page again."
  const asked = isNew ? "Asked." : `Asked already, ${when}.`
  const [first, ...others] = grantors
  if (first === undefined) return `${asked} Nobody here can grant it right now.`
  const who =
    others.length === 0
      ? first
      : others.length === 1
        ? `${first} or ${others[0]}`
        : `${first} or ${others.length} others`
  return `${asked} ${who} can grant it and sees this under Admin, People.`
}
