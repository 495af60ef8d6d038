import { useId } from "react"
import { controlLook, describedBy, Field } from "#components/ui/field.tsx"

type TextAreaProps = Omit<React.ComponentProps<"textarea">, "className" | "id"> & {
  label: string
  name: string
  hint?: React.ReactNode
  error?: string | undefined
}

export function TextArea({ label, hint, error, rows = 3, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        rows={rows}
        className={`${controlLook} h-auto w-full py-1.5`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...rest}
      />
    </Field>
  )
}
