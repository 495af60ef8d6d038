import type { BookAccount } from "./book-account.ts"

/** What every thing to do about an account has of it. */
export const itemOfAccount = ({ id, slug, name, ownerName, arrCents }: BookAccount) => ({
  accountId: id,
  name,
  href: `/accounts/${slug}`,
  ownerName,
  arrCents,
})
