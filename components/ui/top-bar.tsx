import { Chip } from "#components/ui/chip.tsx"

export type TopBarProps = {
  workspace: { readonly name: string; readonly isDemo: boolean }
  workspaceSwitcher?: React.ReactNode
  search: React.ReactNode
  /** What the numbers are about: scope, period. In a narrow window it stands in the menu. */
  frame?: React.ReactNode
  share?: React.ReactNode
  freshness: React.ReactNode
  person: { readonly name: string; readonly role?: string }
  /** What the person's menu holds, from top to bottom. */
  personMenu: React.ReactNode
  menu: React.ReactNode
}

/** Where one is, the way to everything, how fresh it is, and who one is. The demo is known by its upper edge. */
export function TopBar(props: TopBarProps) {
  const { workspace, workspaceSwitcher, search, frame, share, freshness, person, personMenu, menu } = props
  const edge = workspace.isDemo ? "border-t-2 border-t-changed-mark" : ""
  return (
    <header
      className={`sticky top-0 z-40 flex h-12 items-center gap-3 border-b border-b-hairline bg-surface px-4 md:px-6 print:hidden ${edge}`}
    >
      {menu}
      {workspaceSwitcher || <span className="truncate text-14 font-semibold">{workspace.name}</span>}
      {workspace.isDemo && <Chip>Demo data</Chip>}
      {search}
      <div className="flex min-w-0 items-center max-md:hidden">{frame}</div>
      <div className="ml-auto flex min-w-0 items-center gap-2">
        <div className="max-sm:hidden">{share}</div>
        {freshness}
        <button
          type="button"
          popoverTarget="person-menu"
          className="flex h-8 min-w-0 items-center gap-1 rounded-control px-2 text-13 text-ink-2 hover:bg-sunken hover:text-ink"
        >
          <span className="truncate">{person.name}</span>
          <svg aria-hidden="true" width="10" height="10" viewBox="0 0 10 10" fill="none" className="shrink-0">
            <path d="m2 3.5 3 3 3-3" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </button>
        <div
          id="person-menu"
          popover="auto"
          className="fixed inset-auto top-12 right-4 m-0 w-64 rounded-panel bg-surface p-3 text-ink shadow-overlay"
        >
          <div className="flex flex-col gap-3">
            <p className="text-13 wrap-anywhere">
              {person.name}
              {person.role && <span className="block text-12 text-muted">{person.role}</span>}
            </p>
            {personMenu}
          </div>
        </div>
      </div>
    </header>
  )
}
