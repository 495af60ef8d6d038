export const roles = [
  "admin",
  "ops_director",
  "cs_director",
  "cs_ops_manager",
  "team_lead",
  "csm",
  "process_engineer",
  "capacity_planner",
  "viewer",
] as const
export type Role = (typeof roles)[number]

export const roleNames: Record<Role, string> = {
  admin: "Admin",
  ops_director: "Ops director",
  cs_director: "CS director",
  cs_ops_manager: "CS operations manager",
  team_lead: "Team lead",
  csm: "CSM",
  process_engineer: "Process engineer",
  capacity_planner: "Capacity planner",
  viewer: "Viewer",
}
