/** A name without case, spaces, marks and accents: "Customer_ID", "customerId" and "customer id" are one. */
export const compactName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#$€£]+/gu, "")
