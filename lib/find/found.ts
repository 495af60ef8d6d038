/** The most letters that the palette searches for. */
export const longestFind = 100
/** The most accounts, people and views that it is given of each. */
export const mostFound = 8

/** What the palette finds in the workspace, the best match first. */
export type Found = {
  /** Saved views of the accounts, and whose they are; null for those that every workspace has. */
  readonly views: readonly { readonly label: string; readonly note: string | null; readonly href: string }[]
  readonly accounts: readonly {
    readonly slug: string
    readonly name: string
    readonly ownerName: string | null
  }[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly position: string
    /** How many accounts they own. */
    readonly accounts: number
  }[]
}
