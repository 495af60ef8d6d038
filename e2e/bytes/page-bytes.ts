import { gzipSync } from "node:zlib"
import type { Page, Request } from "@playwright/test"

/** Bytes that reach a browser in which a page is opened and looked at to its end, compressed as the product sends them. */
export type PageBytes = {
  /** Every script, also those that come after the text or when a chart comes in sight. */
  readonly script: number
  /** Of these, those with the library of charts. */
  readonly charts: number
  /** Of the charts, those that the document itself asks for, so that its text has to share the line with them. */
  readonly hastyCharts: number
  readonly style: number
  readonly font: number
  /** The document, with all that is told in it. */
  readonly data: number
  /** What is asked for ahead, in case somebody goes there. */
  readonly ahead: number
}

/** So long nothing may come before a page counts as loaded. */
const quietMs = 700
const chartLibrary = "recharts"

type Piece = { readonly kind: string; readonly path: string; readonly bytes: number; readonly text: string }

/** Opens the address in a page that has opened nothing yet, scrolls to its end, and weighs what comes. */
export async function pageBytes(page: Page, address: string): Promise<PageBytes> {
  const coming = new Map<string, Promise<Piece | null>>()
  const note = (request: Request) => void coming.set(request.url(), pieceOf(request))
  const untilQuiet = async () => {
    let seen = -1
    while (seen !== coming.size) {
      seen = coming.size
      await page.waitForTimeout(quietMs)
    }
  }
  page.on("requestfinished", note)
  await page.goto(address, { waitUntil: "load" })
  await untilQuiet()
  await lookToTheEnd(page)
  await untilQuiet()
  page.off("requestfinished", note)
  const pieces = (await Promise.all(coming.values())).filter((piece) => piece !== null)
  const bytesOf = (isMeant: (piece: Piece) => boolean) =>
    pieces.filter(isMeant).reduce((sum, { bytes }) => sum + bytes, 0)
  const named = pieces.find(({ kind }) => kind === "document")?.text ?? ""
  const isChart = ({ kind, text }: Piece) => kind === "script" && text.includes(chartLibrary)
  return {
    script: bytesOf(({ kind }) => kind === "script"),
    charts: bytesOf(isChart),
    hastyCharts: bytesOf((piece) => isChart(piece) && asksFor(named, piece.path)),
    style: bytesOf(({ kind }) => kind === "stylesheet"),
    font: bytesOf(({ kind }) => kind === "font"),
    data: bytesOf(({ kind }) => kind === "document"),
    ahead: bytesOf(({ kind }) => kind === "fetch" || kind === "xhr"),
  }
}

/** A screen at a time, so that everything that waits to be seen is seen. */
const lookToTheEnd = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top)
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }
  })

const asksFor = (document: string, path: string): boolean =>
  document.includes(`src="${path}"`) || document.includes(`href="${path}"`)

/** Null for what was only sent on, which has no content. Fonts are sent as they are: they are compressed already. */
async function pieceOf(request: Request): Promise<Piece | null> {
  const response = await request.response()
  if (!response || (response.status() >= 300 && response.status() < 400)) return null
  const body = await response.body()
  const kind = request.resourceType()
  return {
    kind,
    path: new URL(request.url()).pathname,
    bytes: kind === "font" ? body.length : gzipSync(body).length,
    text: kind === "font" ? "" : body.toString(),
  }
}
