"use client"

import { useFormStatus } from "react-dom"
import { type ButtonVariant, buttonLook } from "#components/ui/button-look.ts"

/** Sends the form it stands in; while the form is on its way it says so and cannot be pressed again. */
export function SubmitButton({
  children,
  pendingLabel,
  variant = "primary",
}: {
  children: React.ReactNode
  pendingLabel: string
  variant?: ButtonVariant
}) {
  const { pending } = useFormStatus()
  return (
    <button type="submit" className={buttonLook(variant)} disabled={pending}>
      {pending ? pendingLabel : children}
    </button>
  )
}
