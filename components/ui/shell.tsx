import { Navigation, type NavigationItem } from "#components/ui/navigation.tsx"
import { TopBar, type TopBarProps } from "#components/ui/top-bar.tsx"

/** The frame of every signed-in page: bar, navigation, content. Under 768 px the navigation is a menu. */
export function Shell({
  items,
  children,
  ...bar
}: Omit<TopBarProps, "menu"> & { items: readonly NavigationItem[]; children: React.ReactNode }) {
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-control bg-primary px-3 py-2 text-13 text-primary-ink focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to content
      </a>
      <TopBar {...bar} menu={<SmallScreenMenu items={items} />} />
      <div className="flex">
        <nav
          aria-label="Workspace"
          className="sticky top-12 hidden h-[calc(100dvh-3rem)] w-48 shrink-0 overflow-y-auto border-r border-hairline px-3 py-4 md:block print:hidden"
        >
          <Navigation items={items} />
        </nav>
        <main id="content" className="flex min-w-0 flex-1 flex-col gap-4 p-4 md:p-6 print:p-0">
          {children}
        </main>
      </div>
    </>
  )
}

function SmallScreenMenu({ items }: { items: readonly NavigationItem[] }) {
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
      </nav>
    </details>
  )
}
