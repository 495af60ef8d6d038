import { ButtonLink } from "#components/ui/button-link.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

export type FailingTableRow = {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly found: string | null
}

/** The rows that do not meet a standard: where they are, and what stands there now. */
export function FailingRowsTable({
  rows,
  caption,
  firstHref,
  nextHref,
}: {
  rows: readonly FailingTableRow[]
  caption: string
  /** Back to the first page; undefined on it. */
  firstHref: string | undefined
  nextHref: string | undefined
}) {
  if (rows.length === 0)
    return (
      <EmptyState title={firstHref ? "No further row fails" : "No row fails now"}>
        {firstHref ? (
          <TextLink href={firstHref}>Back to the first rows</TextLink>
        ) : (
          "Every row meets this standard."
        )}
      </EmptyState>
    )
  return (
    <>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th isFirst>Account</Th>
            <Th>Found</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, slug, found }) => (
            <Tr key={id}>
              <RowHead>
                <TextLink href={`/accounts/${slug}`}>
                  <bdi>{name}</bdi>
                </TextLink>
              </RowHead>
              <Td isSecondary>{found === null ? "nothing" : <bdi>{found}</bdi>}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {(firstHref || nextHref) && (
        <nav aria-label="Pages" className="mt-3 flex justify-end gap-2 print:hidden">
          {firstHref && <ButtonLink href={firstHref}>First</ButtonLink>}
          {nextHref && <ButtonLink href={nextHref}>Next</ButtonLink>}
        </nav>
      )}
    </>
  )
}
