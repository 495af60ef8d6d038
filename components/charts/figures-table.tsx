import { Scroller } from "#components/ui/scroller.tsx"
import { type ChartTable, cellText, columnHeading } from "#lib/charts/chart-table.ts"

/** The figures of a chart in rows; numbers stand right, a missing value is blank. It scrolls by itself. */
export function FiguresTable({ caption, columns, rows }: ChartTable) {
  return (
    <Scroller label={caption} className="max-h-96">
      <table className="w-full border-separate border-spacing-0 text-13">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={`sticky top-0 h-8 border-b bg-surface px-2 text-12 font-normal whitespace-nowrap text-muted print:static ${side(column.isNumber)}`}
              >
                {columnHeading(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map((column, place) => {
                const text = cellText(row.cells[place] ?? null, column)
                return place === 0 ? (
                  <th
                    key={column.label}
                    scope="row"
                    title={text}
                    className="h-7 max-w-64 truncate border-b px-2 text-left font-normal"
                  >
                    {text}
                  </th>
                ) : (
                  <td
                    key={column.label}
                    className={`h-7 border-b px-2 whitespace-nowrap tabular-nums ${side(column.isNumber)}`}
                  >
                    {text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

const side = (isNumber: boolean | undefined) => (isNumber ? "text-right" : "text-left")
