import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

export type ModelVersionRow = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly state: "draft" | "published" | "retired"
  readonly at: string | null
  readonly by: string | null
  readonly reason: string | null
}

const stateMarks = {
  draft: { status: "changed", word: "Draft" },
  published: { status: "good", word: "In force" },
  retired: { status: "routine", word: "Retired" },
} as const

/** Every version of every model, the newest first, with why it was published. */
export function ModelVersions({ rows }: { rows: readonly ModelVersionRow[] }) {
  return (
    <Table caption="Versions of health models" minWidth={680}>
      <thead>
        <tr>
          <Th isFirst>Model</Th>
          <Th isNumber>Version</Th>
          <Th>State</Th>
          <Th>Since</Th>
          <Th>By</Th>
          <Th>Reason</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <RowHead>
              {row.state === "draft" ? (
                <TextLink href={`/admin/health-model?draft=${row.id}`}>
                  <bdi>{row.name}</bdi>
                </TextLink>
              ) : (
                <bdi>{row.name}</bdi>
              )}
            </RowHead>
            <Td isNumber>{row.version}</Td>
            <Td>
              <StatusMark status={stateMarks[row.state].status} plain>
                {stateMarks[row.state].word}
              </StatusMark>
            </Td>
            <Td isSecondary>{row.at}</Td>
            <Td isSecondary>
              <bdi>{row.by ?? "unknown"}</bdi>
            </Td>
            <Td isSecondary wraps>
              <bdi className="wrap-anywhere">{row.reason}</bdi>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
