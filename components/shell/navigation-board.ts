/** Leads to another address without loading the frame anew. */
export type Go = (href: string) => void

let leader: Go | null = null

/** The frame says how pages are gone to; it hears of every way that scripts take, and can tell that one is long. */
export function leadWith(next: Go): () => void {
  leader = next
  return () => {
    if (leader === next) leader = null
  }
}

/** Goes to an address; without a frame, by the browser's own way. */
export function go(href: string): void {
  if (leader) leader(href)
  else location.assign(href)
}
