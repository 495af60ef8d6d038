import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { accountsHref } from "#lib/accounts/list-href.ts"
import { formatNumber } from "#lib/format/number.ts"
import { unbrokenAmounts } from "#lib/format/unbroken-amounts.ts"
import { skillWords } from "#lib/people/profile-fields.ts"
import type { ProfileContent } from "#lib/people/success-profile.ts"

export type ProfileRow = ProfileContent & {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly made: string
  readonly accounts: number
  /** The accounts are exactly those of the segment. */
  readonly isWholeSegment: boolean
}

/** Versions of success profiles; with `opens` a name leads to making the next version. */
export function ProfilesTable({
  caption,
  rows,
  opens,
}: {
  caption: string
  rows: readonly ProfileRow[]
  opens: boolean
}) {
  return (
    <Table caption={caption} minWidth={1080}>
      <thead>
        <tr>
          <Th isFirst>Profile</Th>
          <Th isNumber>Version</Th>
          <Th>Segment</Th>
          <Th>Goals</Th>
          <Th isNumber>Cadence, days</Th>
          <Th isNumber>Hours per month</Th>
          <Th>Skills needed</Th>
          <Th isNumber>Accounts</Th>
          <Th>Since</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <RowHead>
              {opens ? (
                <TextLink href={`/admin/success-profiles?profile=${row.id}#profile`}>
                  <bdi>{row.name}</bdi>
                </TextLink>
              ) : (
                <bdi>{row.name}</bdi>
              )}
            </RowHead>
            <Td isNumber>{row.version}</Td>
            <Td isSecondary>{row.segment ?? "all"}</Td>
            <Td isSecondary wraps>
              <bdi className="my-2 inline-block min-w-64 wrap-anywhere">
                {unbrokenAmounts(row.goals.join("; "))}
              </bdi>
            </Td>
            <Td isNumber>{formatNumber(row.cadenceDays)}</Td>
            <Td isNumber>{formatNumber(row.effortHoursPerMonth, 1)}</Td>
            <Td isSecondary wraps>
              <div className="my-2">{unbrokenAmounts(skillWords(row.skills)) || "none"}</div>
            </Td>
            <Td isNumber>
              {row.segment && row.isWholeSegment ? (
                <TextLink href={accountsHref({}, { segment: row.segment, lost: "hide" })}>
                  {formatNumber(row.accounts)}
                </TextLink>
              ) : (
                formatNumber(row.accounts)
              )}
            </Td>
            <Td isSecondary>{row.made}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
