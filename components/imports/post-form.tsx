"use client"

import { createContext, useEffect, useState } from "react"

export const PendingForm = createContext(false)

/** A plain form that posts to a route of ours; works without script. With it, a second press does nothing. */
export function PostForm({
  action,
  encType,
  label,
  className,
  children,
}: {
  action: string
  encType?: "multipart/form-data"
  label?: string
  className?: string
  children: React.ReactNode
}) {
  const [isPending, setPending] = useState(false)
  useEffect(() => {
    // Going back may bring this page as it was left: on its way.
    const comeBack = (event: PageTransitionEvent) => event.persisted && setPending(false)
    globalThis.addEventListener("pageshow", comeBack)
    return () => globalThis.removeEventListener("pageshow", comeBack)
  }, [])
  return (
    <form
      method="post"
      action={action}
      encType={encType}
      aria-label={label}
      className={className}
      onSubmit={(event) => {
        if (isPending) event.preventDefault()
        setPending(true)
      }}
    >
      <PendingForm value={isPending}>{children}</PendingForm>
    </form>
  )
}
