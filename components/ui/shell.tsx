import { KeyListener } from "#components/shell/key-listener.tsx"
import { NavigationProgress } from "#components/shell/navigation-progress.tsx"
import { Overlays } from "#components/shell/overlays.tsx"
import { PrintStamp } from "#components/shell/print-stamp.tsx"
import type { FreezePage } from "#components/shell/share-dialog.tsx"
import { ShellKeys } from "#components/shell/shell-keys.tsx"
import { UndoToast } from "#components/shell/undo-toast.tsx"
import { Navigation, type NavigationItem } from "#components/ui/navigation.tsx"
import { TopBar, type TopBarProps } from "#components/ui/top-bar.tsx"

type ShellProps = Omit<TopBarProps, "menu" | "workspace"> & {
  workspace: TopBarProps["workspace"] & { readonly slug: string; readonly timeZone: string }
  items: readonly NavigationItem[]
  /** Pages below those of the navigation, for the palette. */
  deeperPages: readonly { readonly label: string; readonly href: string }[]
  areKeysOn: boolean
  /** Keeps a page as it is. */
  freezeAction: FreezePage
  children: React.ReactNode
}

/**
 * The frame of every signed-in page: bar, navigation, content, keys, what was said last. Under 1280 px the navigation
 * is a row of icons, under 768 px a menu.
 */
export function Shell({ items, deeperPages, areKeysOn, freezeAction, children, ...bar }: ShellProps) {
  const { name, slug, timeZone } = bar.workspace
  const places = items.map(({ keys, label, href }) => ({ keys, label, href }))
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-control bg-primary px-3 py-2 text-13 text-primary-ink focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to content
      </a>
      <TopBar
        {...bar}
        menu={
          <SmallScreenMenu
            items={items}
            frame={
              <>
                {bar.frame}
                {bar.share}
              </>
            }
          />
        }
      />
      <NavigationProgress />
      <div className="flex">
        <nav
          aria-label="Workspace"
          className="sticky top-12 z-30 hidden h-[calc(100dvh-3rem)] w-14 shrink-0 border-r border-hairline px-2 py-4 md:block xl:w-48 xl:overflow-y-auto xl:px-3 print:hidden"
        >
          <Navigation items={items} />
        </nav>
        <main id="content" className="flex min-w-0 flex-1 flex-col gap-4 p-4 md:p-6 print:p-0">
          <PrintStamp workspace={name} timeZone={timeZone} />
          {children}
        </main>
      </div>
      <KeyListener isOn={areKeysOn} />
      <ShellKeys places={places} workspaceSlug={slug} />
      <Overlays
        pages={[...places, ...deeperPages.map(({ label, href }) => ({ label, href, keys: null }))]}
        share={{ workspaceSlug: slug, freezeAction }}
      />
      <UndoToast />
    </>
  )
}

function SmallScreenMenu({ items, frame }: { items: readonly NavigationItem[]; frame: React.ReactNode }) {
  return (
    <details className="md:hidden">
      <summary className="flex h-8 list-none items-center rounded-control border border-control px-3 text-13 font-medium [&::-webkit-details-marker]:hidden">
        Menu
      </summary>
      <nav
        aria-label="Workspace, menu"
        className="absolute inset-x-0 top-12 max-h-[calc(100dvh-3rem)] overflow-y-auto bg-surface p-3 shadow-overlay"
      >
        <Navigation items={items} />
        <div className="mt-4 flex flex-col items-start gap-2">{frame}</div>
      </nav>
    </details>
  )
}
