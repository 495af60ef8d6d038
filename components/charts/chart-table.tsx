/** The same figures as a chart, in rows: closed until asked for. The last columns stand right. */
export function ChartTable({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: readonly string[]
  rows: readonly { readonly key: string; readonly cells: readonly string[] }[]
}) {
  return (
    <details className="mt-2 text-13">
      <summary className="inline-flex h-6 items-center rounded-tag text-muted underline decoration-control underline-offset-3 hover:text-ink">
        Show as table
      </summary>
      <table className="mt-1 border-separate border-spacing-0">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <th
                key={column}
                scope="col"
                className={`h-7 pr-6 text-12 font-normal text-muted ${side(place)}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, place) =>
                place === 0 ? (
                  <th key={columns[place]} scope="row" className="h-7 border-t pr-6 text-left font-normal">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[place]} className={`h-7 border-t pr-6 ${side(place)}`}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const side = (place: number) => (place === 0 ? "text-left" : "text-right")
