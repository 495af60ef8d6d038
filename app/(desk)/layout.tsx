import { cookies } from "next/headers"
import { LiveRefresh } from "#components/live/live-refresh.tsx"
import { SignOutForm } from "#components/sign-in/sign-out-form.tsx"
import { WorkspaceSwitcher } from "#components/sign-in/workspace-switcher.tsx"
import { Shell } from "#components/ui/shell.tsx"
import { type ThemeChoice, ThemeToggle } from "#components/ui/theme-toggle.tsx"
import { can } from "#lib/access/policy.ts"
import { roleNames } from "#lib/access/roles.ts"
import { formatCursor } from "#lib/events/cursor.ts"
import { pageHorizon, signedIn } from "#lib/server/desk/open-desk.ts"
import { endSession, moveToWorkspace } from "./session-actions.ts"

const items = [
  { group: "Customers", label: "Accounts", href: "/accounts" },
  { group: "Set up", label: "Data", href: "/data" },
  { group: "Set up", label: "Imports", href: "/imports" },
]
const forAdmins = { group: "Set up", label: "Jobs", href: "/jobs" }

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const session = await signedIn()
  const { workspaces } = session
  const horizon = await pageHorizon()
  const theme = (await cookies()).get("csops-theme")?.value
  const choice: ThemeChoice = theme === "light" || theme === "dark" ? theme : "system"
  return (
    <Shell
      items={can(session.caller, "job.manage") ? [...items, forAdmins] : items}
      workspace={{ name: session.workspaceName, isDemo: session.workspaceKind === "demo" }}
      workspaceSwitcher={
        workspaces.length > 1 && (
          <WorkspaceSwitcher current={session.workspaceSlug} choices={workspaces} action={moveToWorkspace} />
        )
      }
      person={{ name: session.loginName, role: roleNames[session.role] }}
      signOut={<SignOutForm action={endSession} />}
      themeToggle={<ThemeToggle choice={choice} />}
    >
      {children}
      <LiveRefresh after={formatCursor(horizon)} />
    </Shell>
  )
}
