import { type ButtonVariant, buttonLook } from "#components/ui/button-look.ts"

type ButtonProps = Omit<React.ComponentProps<"button">, "className"> & { variant?: ButtonVariant }

/** A verb: "Assign to Chen", not "Submit". At most one primary on a page. */
export function Button({ variant = "secondary", type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonLook(variant)} {...rest} />
}
