import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import type { Use } from "#lib/quality/lineage.ts"

export type LineageRow = {
  readonly key: string
  readonly label: string
  readonly sources: readonly { readonly key: string; readonly name: string }[]
  /** The published health models that score it: "Customer health v2". */
  readonly models: readonly string[]
  readonly uses: readonly Use[]
}

/**
 * From source to page: who tells each field, which models score it, and which figures show it. Fields of one origin
 * and one use share a row.
 */
export function LineageTable({ rows }: { rows: readonly LineageRow[] }) {
  return (
    <Table caption="Which figures use what" minWidth={900}>
      <thead>
        <tr>
          <Th isFirst>Measures or field</Th>
          <Th>Told by</Th>
          <Th>Scored by</Th>
          <Th>Shown in</Th>
        </tr>
      </thead>
      <tbody>
        {grouped(rows).map(({ labels, first }) => (
          <Tr key={first.key}>
            <RowHead>
              <span className="block py-1 whitespace-normal">{labels.join(", ")}</span>
            </RowHead>
            <Td>
              {first.sources.map(({ key, name }, place) => (
                <span key={key}>
                  {place > 0 && ", "}
                  <TextLink href={`/data/sources/${encodeURIComponent(key)}`}>
                    <bdi>{name}</bdi>
                  </TextLink>
                </span>
              ))}
            </Td>
            <Td isSecondary wraps>
              {first.models.join(", ")}
            </Td>
            <Td isSecondary wraps>
              <UseList uses={first.uses} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function grouped(rows: readonly LineageRow[]): { labels: string[]; first: LineageRow }[] {
  const alike = Map.groupBy(rows, ({ sources, models, uses }) => JSON.stringify([sources, models, uses]))
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [{ first, labels: [first, ...others].map(({ label }) => label) }] : [],
  )
}

/** Figures by page: "Accounts: ARR; Account: ARR and its movements". */
export function UseList({ uses }: { uses: readonly Use[] }) {
  const pages = Map.groupBy(uses, ({ page }) => page)
  return [...pages].map(([page, shown], place) => (
    <span key={page}>
      {place > 0 && "; "}
      {shown[0]?.route === "/accounts" ? <TextLink href="/accounts">{page}</TextLink> : page}
      {": "}
      {shown.map(({ figure }) => figure).join(", ")}
    </span>
  ))
}
