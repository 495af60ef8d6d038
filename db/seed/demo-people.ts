import type { Role } from "#lib/access/roles.ts"

/** The nine sign-ins of the Demo workspace; the first is also admin of the own workspace. */
export const demoPeople = [
  { email: "admin@demo.example", name: "Ada Lindqvist", role: "admin" },
  { email: "ops.director@demo.example", name: "Omar Haddad", role: "ops_director" },
  { email: "cs.director@demo.example", name: "Carla Mendes", role: "cs_director" },
  { email: "cs.ops@demo.example", name: "Priya Raman", role: "cs_ops_manager" },
  { email: "lead@demo.example", name: "Lena Meyer", role: "team_lead" },
  { email: "csm@demo.example", name: "Marcus Chen", role: "csm" },
  { email: "engineer@demo.example", name: "Eva Novak", role: "process_engineer" },
  { email: "planner@demo.example", name: "Paul Okafor", role: "capacity_planner" },
  { email: "viewer@demo.example", name: "Vera Ruiz", role: "viewer" },
] as const satisfies readonly { email: string; name: string; role: Role }[]
