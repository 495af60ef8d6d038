import { settingFields } from "#components/imports/read-settings-form.ts"
import { controlLook } from "#components/ui/field.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import type { FieldSpec } from "#lib/imports/field-spec.ts"
import type { LookedColumn } from "#lib/imports/import-look.ts"

/** Every column of the file: its first values, what it becomes, and why that was guessed. */
export function ColumnTable({
  columns,
  fields,
  takesMeasures,
}: {
  columns: readonly LookedColumn[]
  fields: readonly FieldSpec[]
  takesMeasures: boolean
}) {
  return (
    <Table caption="Columns of the file" minWidth={820}>
      <thead>
        <tr>
          <Th isFirst>Column</Th>
          <Th>First values</Th>
          <Th>Becomes</Th>
          <Th>Why</Th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ index, header, samples, use, isGuess, because }) => (
          <Tr key={index}>
            <RowHead>
              <bdi>{header === "" ? `(column ${index + 1})` : header}</bdi>
            </RowHead>
            <Td wraps isSecondary>
              <bdi className="line-clamp-1 wrap-anywhere">
                {samples.filter((text) => text !== "").join(" · ")}
              </bdi>
            </Td>
            <Td>
              <input type="hidden" name={settingFields.header(index)} value={header} />
              <select
                name={settingFields.use(index)}
                defaultValue={use}
                aria-label={`What “${header}” becomes`}
                className={`${controlLook} w-56`}
              >
                <optgroup label="Field">
                  {fields.map((field) => (
                    <option key={field.key} value={field.key}>
                      {field.isRequired ? `${field.label} (required)` : field.label}
                    </option>
                  ))}
                </optgroup>
                <optgroup label="Otherwise">
                  {takesMeasures && <option value="measure">Measure (gives signals)</option>}
                  <option value="ignore">Leave out</option>
                </optgroup>
              </select>
            </Td>
            <Td wraps isSecondary>
              {isGuess ? (
                <>
                  <span className="text-muted">Guess: </span>
                  {because.charAt(0).toLowerCase() + because.slice(1)}
                </>
              ) : (
                because
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
