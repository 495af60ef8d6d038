export type ButtonVariant = "primary" | "secondary" | "quiet"

const shared =
  "inline-flex h-8 items-center justify-center gap-1.5 whitespace-nowrap rounded-control px-3 text-13 font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-60"

const variants: Record<ButtonVariant, string> = {
  primary: "bg-primary text-primary-ink hover:opacity-90",
  secondary: "border border-control bg-surface text-ink hover:bg-sunken",
  quiet: "text-ink-2 hover:bg-sunken hover:text-ink",
}

/** The classes of a button, for the elements that look like one. */
export const buttonLook = (variant: ButtonVariant) => `${shared} ${variants[variant]}`
