import { PlaceIcon } from "#components/shell/place-icon.tsx"
import { NavLink } from "#components/ui/nav-link.tsx"
import type { Place } from "#lib/keys/places.ts"

export type NavigationItem = Pick<Place, "label" | "href" | "group" | "icon" | "keys"> & {
  /** What waits there. */
  readonly badge?: React.ReactNode
}

/** The places of the workspace, in their groups and in the order given. Narrow, a line stands for a group's name. */
export function Navigation({ items }: { items: readonly NavigationItem[] }) {
  const groups = [...new Set(items.map((item) => item.group))]
  return (
    <ul className="flex flex-col gap-4 md:max-xl:gap-2">
      {groups.map((group) => (
        <li
          key={group}
          className="md:max-xl:border-t md:max-xl:pt-2 md:max-xl:first:border-t-0 md:max-xl:first:pt-0"
        >
          <p className="px-3 pb-1 text-12 text-muted md:max-xl:sr-only">{group}</p>
          <ul className="flex flex-col gap-0.5">
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <li key={item.href}>
                  <NavLink href={item.href} icon={<PlaceIcon name={item.icon} />} badge={item.badge}>
                    {item.label}
                  </NavLink>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
