import type { Permission } from "../access/policy.ts"

/** What a permission lets one do, as a verb; one without words is told by its name. A test names those that are missing. */
export const permissionWords: { readonly [Key in Permission]?: string } = {
  "account.read": "Read accounts",
  "health.read": "Read health",
  "event.read": "Follow changes live",
  "access.request": "Ask for access",
  "account.write": "Change accounts, contacts and contracts",
  "health.override": "Set an own score",
  "health.model.write": "Change the health model and success profiles",
  "health.rescore": "Score accounts again",
  "contact.read_personal": "Read names and addresses of contacts",
  "import.write": "Import files",
  "data.read": "Read data quality",
  "data.write": "Set quality standards",
  "job.manage": "Run jobs",
  "people.write": "Change people and their skills",
  "member.write": "Change logins and their roles",
  "session.revoke_any": "End sessions of others",
  "api_client.write": "Make API clients",
  "view.write": "Save views",
  "view.write_team": "Save views for the team",
  "audit.read": "Read the log of facts",
}

export const permissionWord = (permission: Permission): string => permissionWords[permission] ?? permission
