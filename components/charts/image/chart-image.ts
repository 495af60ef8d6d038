import { paintElement } from "#components/charts/image/paint-element.ts"
import { wrapWords } from "#lib/charts/wrap-words.ts"
import { formatInstant } from "#lib/format/instant.ts"

const margin = 24
const gap = 12
const narrowest = 480
/** Pixels of the image for one of the page: sharp on a slide. */
const sharpness = 2

type Line = { readonly text: string; readonly font: string; readonly colour: string; readonly height: number }

/** A chart as an image: its title, what it measures, the drawing as it stands, and where and when it was taken. */
export async function chartImage(figure: HTMLElement, now: Date): Promise<Blob> {
  await document.fonts.ready
  const canvas = withChart(figure, now)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The canvas gave no image"))),
      "image/png",
    )
  })
}

function withChart(figure: HTMLElement, now: Date): HTMLCanvasElement {
  const body = figure.querySelector<HTMLElement>("[data-chart-body]")
  const canvas = document.createElement("canvas")
  const context = canvas.getContext("2d")
  if (!body || !context) throw new Error("There is nothing to draw")
  const wasHidden = body.hidden
  body.hidden = false
  try {
    const rect = body.getBoundingClientRect()
    const scale = rect.width / body.offsetWidth || 1
    const [width, height] = [Math.max(narrowest, rect.width / scale), rect.height / scale]
    const head = headOf(figure, context, width)
    const foot = linesOf(context, stampOf(figure, now), {
      look: "400 12px",
      colour: colourOf("--muted"),
      width,
    })
    const top = margin + tall(head) + gap
    canvas.width = (width + 2 * margin) * sharpness
    canvas.height = (top + height + gap + tall(foot) + margin) * sharpness
    context.scale(sharpness, sharpness)
    context.fillStyle = colourOf("--surface")
    context.fillRect(0, 0, canvas.width, canvas.height)
    write(context, head, margin)
    write(context, foot, top + height + gap)
    context.translate(margin, top)
    paintElement({ context, origin: rect, scale }, body)
    return canvas
  } finally {
    body.hidden = wasHidden
  }
}

function headOf(figure: HTMLElement, context: CanvasRenderingContext2D, width: number): Line[] {
  const words = (part: string) => figure.querySelector(`[data-chart-${part}]`)?.textContent ?? ""
  return [
    ...linesOf(context, words("title"), { look: "600 16px", colour: colourOf("--ink"), width }),
    ...linesOf(context, words("subtitle"), { look: "400 13px", colour: colourOf("--muted"), width }),
  ]
}

function linesOf(
  context: CanvasRenderingContext2D,
  text: string,
  { look, colour, width }: { look: string; colour: string; width: number },
): Line[] {
  const font = `${look} ${getComputedStyle(document.body).fontFamily}`
  context.font = font
  const height = Math.round(Number.parseFloat(look.slice(4)) * 1.4)
  return wrapWords(text, width, (part) => context.measureText(part).width).map((line) => ({
    text: line,
    font,
    colour,
    height,
  }))
}

function write(context: CanvasRenderingContext2D, lines: readonly Line[], top: number): void {
  let y = top
  for (const { text, font, colour, height } of lines) {
    context.font = font
    context.fillStyle = colour
    context.fillText(text, margin, y + height * 0.75)
    y += height
  }
}

const tall = (lines: readonly Line[]): number => lines.reduce((sum, { height }) => sum + height, 0)

const colourOf = (token: string): string => {
  const probe = document.createElement("span")
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** Without a zone an hour says nothing to who opens the image elsewhere. */
function stampOf(figure: HTMLElement, now: Date): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return `Taken ${formatInstant(now, { now, timeZone })} (${timeZone}) from ${location.host}${location.pathname}#${figure.id}`
}
