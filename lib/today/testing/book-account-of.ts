import type { BookAccount } from "../book-account.ts"

/** An account that asks for nothing on 16 Nov 2026, with what a test says of it. */
export const bookAccountOf = (given: Partial<BookAccount> = {}): BookAccount => ({
  id: "0190f0a0-1111-7000-8000-000000000001",
  slug: "acme",
  name: "Acme",
  segment: "Enterprise",
  ownerName: "Chen",
  arrCents: 100_000_00,
  renewsOn: null,
  lastContactOn: "2026-11-15",
  plannedOn: null,
  createdOn: "2026-01-01",
  cadenceDays: null,
  health: 70,
  countedBand: "yellow",
  value: 70,
  band: "yellow",
  trend: "same",
  weekAgo: 70,
  earlier: 70,
  reason: null,
  ...given,
})
