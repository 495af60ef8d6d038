import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

export type SectionRow = {
  readonly href: string
  readonly title: string
  readonly question: string
  readonly fact: string
}

/** The pages of a part of the product, each with its question and one fact. */
export function SectionList({ caption, rows }: { caption: string; rows: readonly SectionRow[] }) {
  return (
    <Table caption={caption} minWidth={600}>
      <thead>
        <tr>
          <Th isFirst>Page</Th>
          <Th>Question</Th>
          <Th>Now</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ href, title, question, fact }) => (
          <Tr key={href}>
            <RowHead>
              <TextLink href={href} strong>
                {title}
              </TextLink>
            </RowHead>
            <Td isSecondary>{question}</Td>
            <Td wraps>{fact}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
