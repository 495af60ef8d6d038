"use client"

import { useContext, useState } from "react"
import { PendingForm } from "#components/imports/post-form.tsx"
import { type ButtonVariant, buttonLook } from "#components/ui/button-look.ts"

/** Sends the form it stands in. While that is on its way the pressed button says so; none takes a second press. */
export function PostButton({
  children,
  pendingLabel,
  variant = "secondary",
  name,
  value,
}: {
  children: React.ReactNode
  pendingLabel: string
  variant?: ButtonVariant
  name?: string
  value?: string
}) {
  const isPending = useContext(PendingForm)
  const [isPressed, setPressed] = useState(false)
  // Never disabled: the value of a disabled button is left out of what the form sends.
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={isPending || undefined}
      onClick={() => setPressed(true)}
      className={`${buttonLook(variant)} h-auto min-h-8 whitespace-normal! py-1 text-left aria-disabled:cursor-progress aria-disabled:opacity-60`}
    >
      {isPending && isPressed ? pendingLabel : children}
    </button>
  )
}
