import type { Permission } from "#lib/access/policy.ts"

/** A page below those of the navigation, which the palette leads to without a detour. */
export type DeeperPage = { readonly label: string; readonly href: string; readonly permission: Permission }

export const deeperPages: readonly DeeperPage[] = [
  { label: "Import a file", href: "/imports/new", permission: "import.write" },
  { label: "Set a quality standard", href: "/data/standards/new", permission: "data.write" },
  { label: "Admin, people and roles", href: "/admin/people", permission: "people.write" },
  { label: "Admin, success profiles", href: "/admin/success-profiles", permission: "account.read" },
  { label: "Admin, health model", href: "/admin/health-model", permission: "health.model.write" },
  { label: "Admin, sessions", href: "/admin/sessions", permission: "account.read" },
  { label: "Admin, audit", href: "/admin/audit", permission: "audit.read" },
]
