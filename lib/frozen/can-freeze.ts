/** Pages that can be kept as they are: the list of accounts, and an account's own. */
export const freezable = /^\/accounts(\/[^/?#\p{C}]{1,250})?$/u

export const canFreeze = (path: string): boolean => freezable.test(path)
