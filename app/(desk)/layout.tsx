import { cookies } from "next/headers"
import { Suspense } from "react"
import { AccessDoor } from "#components/access/ask-access.tsx"
import { LiveRefresh } from "#components/live/live-refresh.tsx"
import { HelpButton } from "#components/shell/help-button.tsx"
import { PeriodMenu } from "#components/shell/period-menu.tsx"
import { ScopeMenu } from "#components/shell/scope-menu.tsx"
import { SearchButton } from "#components/shell/search-button.tsx"
import { ShareButton } from "#components/shell/share-button.tsx"
import { SingleKeySwitch } from "#components/shell/single-key-switch.tsx"
import { SignOutForm } from "#components/sign-in/sign-out-form.tsx"
import { WorkspaceSwitcher } from "#components/sign-in/workspace-switcher.tsx"
import { Shell } from "#components/ui/shell.tsx"
import { type ThemeChoice, ThemeToggle } from "#components/ui/theme-toggle.tsx"
import { can } from "#lib/access/policy.ts"
import { roleNames } from "#lib/access/roles.ts"
import { segments } from "#lib/accounts/schema.ts"
import { formatCursor } from "#lib/events/cursor.ts"
import { deeperPages } from "#lib/keys/deeper-pages.ts"
import { areKeysOn, keysCookie } from "#lib/keys/keys-off.ts"
import { type FramePart, places } from "#lib/keys/places.ts"
import { pageHorizon, signedIn } from "#lib/server/desk/open-desk.ts"
import { askForPermission } from "./access-actions.ts"
import { DueBadge } from "./due-badge.tsx"
import { FreshnessOfDesk } from "./freshness-of-desk.tsx"
import { freezePage } from "./frozen-actions.ts"
import { endSession, moveToWorkspace } from "./session-actions.ts"

const pagesThatFollow = (part: FramePart): string[] =>
  places.filter(({ follows }) => follows.includes(part)).map(({ href }) => href)

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const session = await signedIn()
  const { workspaces, caller, timeZone } = session
  const horizon = await pageHorizon()
  const kept = await cookies()
  const theme = kept.get("csops-theme")?.value
  const choice: ThemeChoice = theme === "light" || theme === "dark" ? theme : "system"
  return (
    <Shell
      items={places
        .filter(({ permission }) => permission === null || can(caller, permission))
        .map((place) =>
          place.href === "/home" && can(caller, "account.read")
            ? {
                ...place,
                badge: (
                  <Suspense>
                    <DueBadge caller={caller} timeZone={timeZone} currency={session.currency} />
                  </Suspense>
                ),
              }
            : place,
        )}
      deeperPages={deeperPages.filter(({ permission }) => can(caller, permission))}
      areKeysOn={areKeysOn(kept.get(keysCookie)?.value)}
      workspace={{
        name: session.workspaceName,
        slug: session.workspaceSlug,
        isDemo: session.workspaceKind === "demo",
        timeZone,
      }}
      workspaceSwitcher={
        workspaces.length > 1 && (
          <WorkspaceSwitcher current={session.workspaceSlug} choices={workspaces} action={moveToWorkspace} />
        )
      }
      search={<SearchButton />}
      frame={
        <>
          <ScopeMenu pages={pagesThatFollow("scope")} segments={segments} />
          <PeriodMenu pages={pagesThatFollow("period")} />
        </>
      }
      freezeAction={freezePage}
      share={<ShareButton workspaceSlug={session.workspaceSlug} />}
      freshness={<FreshnessOfDesk caller={caller} timeZone={timeZone} />}
      person={{ name: session.loginName, role: roleNames[session.role] }}
      personMenu={
        <>
          <ThemeToggle choice={choice} />
          <SingleKeySwitch />
          <HelpButton />
          <SignOutForm action={endSession} />
        </>
      }
    >
      <AccessDoor askAction={askForPermission}>{children}</AccessDoor>
      <LiveRefresh after={formatCursor(horizon)} />
    </Shell>
  )
}
