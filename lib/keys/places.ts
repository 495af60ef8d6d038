import type { Permission } from "#lib/access/policy.ts"

export type FramePart = "scope" | "period"

export type PlaceIcon = "home" | "accounts" | "data" | "imports" | "admin" | "jobs"

/** A page of the navigation: its words, its address, the two keys that lead there, and who sees it there. */
export type Place = {
  readonly group: string
  readonly label: string
  readonly href: string
  readonly keys: string
  readonly icon: PlaceIcon
  /** What of the frame its numbers follow. */
  readonly follows: readonly FramePart[]
  /** Null: for everybody. A page decides by itself what it shows to whom. */
  readonly permission: Permission | null
}

/** The pages of the navigation, in its groups and in their order. Only pages that work. */
export const places: readonly Place[] = [
  {
    group: "Today",
    label: "Home",
    href: "/home",
    keys: "G H",
    icon: "home",
    follows: ["scope", "period"],
    permission: null,
  },
  {
    group: "Customers",
    label: "Accounts",
    href: "/accounts",
    keys: "G A",
    icon: "accounts",
    follows: ["scope", "period"],
    permission: null,
  },
  { group: "Set up", label: "Data", href: "/data", keys: "G D", icon: "data", follows: [], permission: null },
  {
    group: "Set up",
    label: "Imports",
    href: "/imports",
    keys: "G I",
    icon: "imports",
    follows: [],
    permission: null,
  },
  {
    group: "Set up",
    label: "Admin",
    href: "/admin",
    keys: "G M",
    icon: "admin",
    follows: [],
    permission: null,
  },
  {
    group: "Set up",
    label: "Jobs",
    href: "/jobs",
    keys: "G J",
    icon: "jobs",
    follows: [],
    permission: "job.manage",
  },
]
