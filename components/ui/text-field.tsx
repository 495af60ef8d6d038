import { useId } from "react"
import { controlLook, describedBy, Field } from "#components/ui/field.tsx"

type TextFieldProps = Omit<React.ComponentProps<"input">, "className" | "id"> & {
  label: string
  name: string
  hint?: React.ReactNode
  error?: string | undefined
  isLabelHidden?: boolean
  width?: string
}

/** One line of text. What was typed stays when it is refused: give it back as `defaultValue`. */
export function TextField({ label, hint, error, isLabelHidden, width = "w-full", ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error} isLabelHidden={isLabelHidden ?? false}>
      <input
        id={id}
        className={`${controlLook} ${width}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...rest}
      />
    </Field>
  )
}
