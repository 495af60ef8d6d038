import { patternOf } from "#components/charts/image/svg-pattern.ts"

/** A canvas, and how places on the screen become places on it. */
export type Paint = {
  readonly context: CanvasRenderingContext2D
  readonly origin: { readonly left: number; readonly top: number }
  /** Pixels of the screen for one pixel of the page: more than one where the chart is enlarged. */
  readonly scale: number
}

/** One element of a drawing, in the colours and at the place that it has on the screen. */
export function paintSvg(paint: Paint, element: SVGGraphicsElement): void {
  const matrix = placed(paint, element)
  if (!matrix) return
  if (element instanceof SVGTextElement) paintText(paint, element, matrix)
  else {
    const shape = shapeOf(element)
    if (shape) paintShape(paint, element, shape, matrix)
  }
}

function placed({ origin, scale }: Paint, element: SVGGraphicsElement): DOMMatrix | null {
  const onScreen = element.getScreenCTM()
  return (
    onScreen &&
    new DOMMatrix()
      .scale(1 / scale)
      .translate(-origin.left, -origin.top)
      .multiply(DOMMatrix.fromMatrix(onScreen))
  )
}

function shapeOf(element: SVGElement): Path2D | null {
  if (element instanceof SVGPathElement) return new Path2D(element.getAttribute("d") ?? "")
  if (element instanceof SVGPolylineElement || element instanceof SVGPolygonElement) {
    const end = element instanceof SVGPolygonElement ? "z" : ""
    return new Path2D(`M${element.getAttribute("points") ?? ""}${end}`)
  }
  const path = new Path2D()
  if (element instanceof SVGRectElement)
    path.rect(of(element.x), of(element.y), of(element.width), of(element.height))
  else if (element instanceof SVGCircleElement)
    path.arc(of(element.cx), of(element.cy), of(element.r), 0, 2 * Math.PI)
  else if (element instanceof SVGLineElement) {
    path.moveTo(of(element.x1), of(element.y1))
    path.lineTo(of(element.x2), of(element.y2))
  } else return null
  return path
}

const of = (length: SVGAnimatedLength): number => length.baseVal.value

function paintShape({ context }: Paint, element: SVGElement, shape: Path2D, matrix: DOMMatrix): void {
  const style = getComputedStyle(element)
  const path = new Path2D()
  path.addPath(shape, matrix)
  const fill = inkOf(context, element, style.fill)
  if (fill && !(element instanceof SVGLineElement)) {
    context.save()
    context.globalAlpha *= Number(style.fillOpacity)
    fillWith(context, path, fill)
    context.restore()
  }
  const stroke = inkOf(context, element, style.stroke)
  const stretch = style.vectorEffect === "non-scaling-stroke" ? 1 : Math.sqrt(Math.abs(determinant(matrix)))
  const width = Number.parseFloat(style.strokeWidth) * stretch
  if (!stroke || !(width > 0)) return
  context.strokeStyle = stroke
  context.lineWidth = width
  context.lineCap = style.strokeLinecap as CanvasLineCap
  context.lineJoin = style.strokeLinejoin as CanvasLineJoin
  context.setLineDash(dashesOf(style.strokeDasharray).map((dash) => dash * stretch))
  context.stroke(path)
  context.setLineDash([])
}

export function fillWith(context: CanvasRenderingContext2D, path: Path2D, ink: string | CanvasPattern): void {
  context.fillStyle = ink
  context.fill(path)
}

const determinant = ({ a, b, c, d }: DOMMatrix): number => a * d - b * c

const dashesOf = (dashes: string): number[] =>
  dashes === "none" ? [] : dashes.split(/[\s,]+/).map((dash) => Number.parseFloat(dash))

function inkOf(
  context: CanvasRenderingContext2D,
  element: SVGElement,
  ink: string,
): string | CanvasPattern | null {
  if (ink === "none") return null
  const id = /^url\("?#(.+?)"?\)/.exec(ink)?.[1]
  return id === undefined ? ink : patternOf(context, element.ownerDocument, id)
}

function paintText({ context }: Paint, element: SVGTextElement, matrix: DOMMatrix): void {
  const text = element.textContent.replaceAll(/\s+/g, " ").trim()
  if (text === "") return
  const style = getComputedStyle(element)
  const box = element.getBBox()
  context.save()
  context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText(text)
  const baseline = box.y + (box.height - above - below) / 2 + above
  if (style.stroke !== "none") {
    context.strokeStyle = style.stroke
    context.lineWidth = Number.parseFloat(style.strokeWidth)
    context.lineJoin = "round"
    context.strokeText(text, box.x, baseline)
  }
  context.fillStyle = style.fill
  context.fillText(text, box.x, baseline)
  context.restore()
}
