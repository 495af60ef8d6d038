import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { DataGrid } from "#components/grid/data-grid.tsx"
import type { BulkAction, GridRow } from "#components/grid/grid-model.ts"
import { stillRouter } from "#components/testing/still-router.ts"

const rows: GridRow[] = ["Northwind", "Halden"].map((name, place) => ({
  id: String(place),
  slug: name.toLowerCase(),
  name,
  href: `/accounts/${name.toLowerCase()}`,
  cells: { arr: `$${place + 1}0k` },
}))
const bulk: BulkAction = { key: "A", words: "Assign", label: String, most: 10, run: () => undefined }

const shown = (given: { bulk: BulkAction | null; peeked?: string }) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={stillRouter}>
      <DataGrid
        caption="Accounts"
        noun="account"
        columns={[
          { id: "name", label: "Account" },
          {
            id: "arr",
            label: "ARR",
            isNumber: true,
            sort: { href: "/accounts?sort=arr", direction: "descending" },
          },
        ]}
        rows={rows}
        matching={512}
        density="compact"
        minWidth={400}
        listHref="/accounts?sort=-arr"
        scope=""
        peeked={given.peeked ?? null}
        bulk={given.bulk}
      />
    </AppRouterContext.Provider>,
  )

test("without script each row is a link to its page and one to look at it beside the list", () => {
  const html = shown({ bulk: null, peeked: "halden" })
  expect(html).toMatch(/<th scope="row"[^>]*>.*href="\/accounts\/northwind"/)
  expect(html).toContain('href="/accounts?sort=-arr&amp;peek=northwind"')
  expect(html).toContain("$20k")
  expect(html.match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="descending"'])
  expect(html).not.toContain('tabindex="-1"')
  expect(html.match(/data-peeked="true"/g)).toHaveLength(1)
  expect(html).toContain('data-density="compact"')
})

test("rows are selected only where something can be done with them", () => {
  expect(shown({ bulk: null })).not.toContain("checkbox")
  const html = shown({ bulk })
  expect(html).toContain('aria-label="Select Northwind"')
  expect(html).toContain("Select the 2 rows of this page")
  const [head = "", body = ""] = html.split("</thead>")
  expect(body.match(/<t[hd][ >]/g)).toHaveLength(2 * (head.match(/<th[ >]/g)?.length ?? 0))
})
