import { verdictWords } from "#components/imports/verdicts.ts"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { formatNumber } from "#lib/format/number.ts"
import type { Status } from "#lib/format/tokens.ts"
import type { CheckedRow, RowVerdict } from "#lib/imports/import-check.ts"

const marks: Record<RowVerdict, Status> = {
  create: "good",
  update: "changed",
  skip: "routine",
  reject: "act",
}

const shownChanges = 4

/** What would happen to the first rows of the file, one by one. */
export function PreviewTable({ rows }: { rows: readonly CheckedRow[] }) {
  return (
    <Table caption="What happens to each row" minWidth={880} fitsPage>
      <thead>
        <tr>
          <Th isFirst>Row</Th>
          <Th>Verdict</Th>
          <Th>Entry</Th>
          <Th>Before → after, or why</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.row}>
            <RowHead>
              <span className="tabular-nums">{formatNumber(row.row)}</span>
            </RowHead>
            <Td>
              <StatusMark status={marks[row.verdict]} plain>
                {verdictWords[row.verdict].word}
              </StatusMark>
            </Td>
            <Td wraps>
              <bdi className="wrap-anywhere">{row.name}</bdi>
            </Td>
            <Td wraps isSecondary>
              {row.changes.length > 0 ? <Changes changes={row.changes} /> : row.because}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Changes({ changes }: { changes: CheckedRow["changes"] }) {
  const hidden = changes.length - shownChanges
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      {changes.slice(0, shownChanges).map(({ field, before, after }) => (
        <span key={field} className="tabular-nums wrap-anywhere">
          <span className="text-muted">{field}</span>{" "}
          {before !== null && (
            <>
              <del className="decoration-muted">
                <bdi>{before}</bdi>
              </del>{" "}
              <span aria-hidden="true">→ </span>
            </>
          )}
          <ins className="text-ink no-underline">
            <bdi>{after ?? "(blank)"}</bdi>
          </ins>
        </span>
      ))}
      {hidden > 0 && <span className="text-muted">and {formatNumber(hidden)} more</span>}
    </span>
  )
}
