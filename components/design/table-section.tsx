import { DesignSection } from "#components/design/design-section.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

const here = "/design#table"
const rows = [
  {
    name: "Northwind",
    health: 38,
    change: "−9",
    arr: "$310k",
    owner: "A. Chen",
    status: "act",
    word: "Act now",
  },
  {
    name: "Halden Group",
    health: 57,
    change: "−2",
    arr: "$1.2M",
    owner: "P. Okafor",
    status: "watch",
    word: "Watch",
  },
  {
    name: "Brightway",
    health: 81,
    change: "+1",
    arr: "$85k",
    owner: "M. Ruiz",
    status: "good",
    word: "Good",
  },
  {
    name: "Orlo Foods",
    health: null,
    change: "",
    arr: "$42k",
    owner: "",
    status: "unknown",
    word: "Too little data",
  },
] as const

export function TableSection() {
  return (
    <DesignSection
      id="table"
      title="Table"
      about="Sticky header and first column, numbers on the right, a missing value is blank."
    >
      <Panel
        title="One of 4 accounts needs you now"
        subtitle="Health in points of 100, change against 4 weeks before, ARR per year"
      >
        <Table caption="Accounts, example" minWidth={640}>
          <thead>
            <tr>
              <Th isFirst sort={{ href: here, direction: null }}>
                Account
              </Th>
              <Th sort={{ href: here, direction: "ascending" }}>Health</Th>
              <Th isNumber sort={{ href: here, direction: "descending" }}>
                Change
              </Th>
              <Th isNumber>ARR</Th>
              <Th>Owner</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.name}>
                <RowHead>
                  <TextLink href={here}>{row.name}</TextLink>
                </RowHead>
                <Td>
                  <StatusMark status={row.status} plain={row.status === "good"}>
                    {row.health !== null && (
                      <span className="text-14 font-medium text-ink">{row.health}</span>
                    )}
                    {row.word}
                  </StatusMark>
                </Td>
                <Td isNumber>{row.change}</Td>
                <Td isNumber>{row.arr}</Td>
                <Td isSecondary>{row.owner}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Panel>
    </DesignSection>
  )
}
