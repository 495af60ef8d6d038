import { Table } from "#components/ui/table.tsx"
import { Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import type { ToldChange } from "#lib/audit/told-changes.ts"
import { formatCount } from "#lib/format/plural.ts"

export type AuditTableRow = {
  readonly place: string
  readonly at: string
  readonly title: string
  readonly detail: string | null
  readonly changes: readonly ToldChange[]
  readonly account: { readonly slug: string; readonly name: string } | null
  readonly accounts: number
  readonly who: string
  readonly via: string
}

/** Facts as they were written, the newest first. */
export function AuditTable({ rows }: { rows: readonly AuditTableRow[] }) {
  return (
    <Table caption="Facts of this workspace" minWidth={760}>
      <thead>
        <tr>
          <Th isFirst>When</Th>
          <Th>What</Th>
          <Th>Account</Th>
          <Th>Who</Th>
          <Th>Via</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.place}>
            <Td>
              <span className="tabular-nums">{row.at}</span>
            </Td>
            <Td wraps>
              {row.title}
              {row.detail && (
                <span className="text-13 text-ink-2">
                  : <bdi className="wrap-anywhere">{row.detail}</bdi>
                </span>
              )}
              {row.changes.length > 0 && <Changes changes={row.changes} />}
            </Td>
            <Td isSecondary>
              {row.account ? (
                <TextLink href={`/accounts/${row.account.slug}`}>
                  <bdi className="inline-block max-w-48 truncate align-bottom">{row.account.name}</bdi>
                </TextLink>
              ) : (
                row.accounts > 0 && formatCount(row.accounts, "account")
              )}
            </Td>
            <Td>
              <bdi className="inline-block max-w-48 truncate align-bottom">{row.who}</bdi>
            </Td>
            <Td isSecondary>{row.via}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Changes({ changes }: { changes: readonly ToldChange[] }) {
  return (
    <ul className="text-13 text-ink-2">
      {changes.map(({ field, before, after }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the changes of a fact never change
        <li key={place} className="wrap-anywhere">
          {field}: <bdi>{before}</bdi> <span aria-hidden="true">→</span>
          <span className="sr-only">became</span> <bdi>{after}</bdi>
        </li>
      ))}
    </ul>
  )
}
