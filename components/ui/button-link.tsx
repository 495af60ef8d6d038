import Link from "next/link"
import { type ButtonVariant, buttonLook } from "#components/ui/button-look.ts"

/** A way to another page that weighs as much as an action. */
export function ButtonLink({
  href,
  variant = "secondary",
  children,
}: {
  href: string
  variant?: ButtonVariant
  children: React.ReactNode
}) {
  return (
    <Link href={href} className={buttonLook(variant)}>
      {children}
    </Link>
  )
}
