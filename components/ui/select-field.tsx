import { useId } from "react"
import { controlLook, describedBy, Field } from "#components/ui/field.tsx"

export type SelectOption = { readonly value: string; readonly label: string }

type SelectFieldProps = Omit<React.ComponentProps<"select">, "className" | "id" | "children"> & {
  label: string
  name: string
  options: readonly SelectOption[]
  hint?: React.ReactNode
  error?: string | undefined
  isLabelHidden?: boolean
}

export function SelectField({ label, options, hint, error, isLabelHidden, ...rest }: SelectFieldProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error} isLabelHidden={isLabelHidden ?? false}>
      <select
        id={id}
        className={`${controlLook} max-w-52`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
