import { NavLink } from "#components/ui/nav-link.tsx"

export type NavigationItem = { readonly label: string; readonly href: string; readonly group: string }

/** The places of the workspace, in their groups and in the order given. */
export function Navigation({ items }: { items: readonly NavigationItem[] }) {
  const groups = [...new Set(items.map((item) => item.group))]
  return (
    <ul className="flex flex-col gap-4">
      {groups.map((group) => (
        <li key={group}>
          <p className="px-3 pb-1 text-12 text-muted">{group}</p>
          <ul className="flex flex-col gap-0.5">
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <li key={item.href}>
                  <NavLink href={item.href}>{item.label}</NavLink>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
