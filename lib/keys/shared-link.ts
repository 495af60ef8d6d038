/**
 * The address of a view as it is given to others: with the workspace it belongs to (`ws`), so that a member of
 * several lands in the right one. Everything else stays as it is in the address.
 */
export function sharedLink(address: string, workspaceSlug: string): string {
  const url = new URL(address)
  url.searchParams.set("ws", workspaceSlug)
  return url.href
}
