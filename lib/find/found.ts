/** The most letters that the palette searches for. */
export const longestFind = 100
/** The most accounts, and the most people, that it is given. */
export const mostFound = 8

/** What the palette finds in the workspace, the best match first. */
export type Found = {
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
