/** The same page without what freezes it. */
export function liveAddress(
  path: string,
  search: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const parameters = new URLSearchParams()
  for (const [name, given] of Object.entries(search)) {
    const value = [given ?? []].flat()[0]
    if (name !== "asof" && value) parameters.set(name, value)
  }
  return parameters.size > 0 ? `${path}?${parameters}` : path
}
