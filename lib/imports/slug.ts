const reserved = new Set(["new", "import", "export", "compare"])

/** "Müller & Söhne GmbH" as "muller-sohne-gmbh": letters a-z, digits and hyphens, at most 60 characters. */
export function slugOf(name: string): string {
  return name
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "")
}

/**
 * The address of a new account: its name; when that is taken, name and external id; then a number.
 * It never changes afterwards, so that links keep working when the account is renamed.
 */
export function pickSlug(name: string, externalId: string, isTaken: (slug: string) => boolean): string {
  const isFree = (slug: string) => slug !== "" && !reserved.has(slug) && !isTaken(slug)
  const own = slugOf(name) || slugOf(externalId) || "account"
  if (isFree(own)) return own
  const withId = slugOf(`${own} ${externalId}`)
  if (slugOf(externalId) !== own && isFree(withId)) return withId
  for (let number = 2; ; number += 1) if (isFree(`${own}-${number}`)) return `${own}-${number}`
}

/** The addresses that `pickSlug` may ask about before it starts to count. */
export const slugCandidates = (name: string, externalId: string): string[] => {
  const own = slugOf(name) || slugOf(externalId) || "account"
  return [own, slugOf(`${own} ${externalId}`)]
}
