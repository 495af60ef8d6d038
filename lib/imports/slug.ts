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
  const isFree = (slug: string) => !reserved.has(slug) && !isTaken(slug)
  const choices = slugCandidates(name, externalId)
  const choice = choices.find(isFree)
  if (choice !== undefined) return choice
  for (let number = 2; ; number += 1) {
    const numbered = `${choices[0]}-${number}`
    if (isFree(numbered)) return numbered
  }
}

/** The addresses that come before a numbered one, best first. */
export function slugCandidates(name: string, externalId: string): string[] {
  const id = slugOf(externalId)
  const own = slugOf(name) || id || "account"
  return id === "" || id === own ? [own] : [own, slugOf(`${own} ${externalId}`)]
}
