import { fillWith, type Paint, paintSvg } from "#components/charts/image/paint-svg.ts"

/** An element with all that is in it, as it stands on the screen: grounds, edges, words and drawings. */
export function paintElement(paint: Paint, element: Element): void {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("[data-no-image], defs"))
    return
  const { context } = paint
  const style = getComputedStyle(element)
  context.save()
  context.globalAlpha *= Number(style.opacity)
  if (element instanceof SVGGraphicsElement) paintSvg(paint, element)
  else if (element instanceof HTMLElement) paintBox(paint, element, style)
  if (!(element instanceof SVGTextElement))
    for (const child of element.childNodes) {
      if (child instanceof Element) paintElement(paint, child)
      else if (child instanceof Text && element instanceof HTMLElement) paintWords(paint, child, style)
    }
  context.restore()
}

const clear = /^(?:transparent|rgba\(.*, 0\))$/

/** What is said to who does not see lies in a box of one pixel. */
const hiddenSize = 1

function paintBox(paint: Paint, element: HTMLElement, style: CSSStyleDeclaration): void {
  const { context, scale } = paint
  const rect = element.getBoundingClientRect()
  const [x, y] = placeOf(paint, rect)
  const [width, height] = [rect.width / scale, rect.height / scale]
  const box = new Path2D()
  box.roundRect(x, y, width, height, Number.parseFloat(style.borderTopLeftRadius) || 0)
  if (!clear.test(style.backgroundColor)) fillWith(context, box, style.backgroundColor)
  paintEdges(context, { x, y, width, height }, style)
  if (style.overflowX !== "visible" || (width <= hiddenSize && height <= hiddenSize)) context.clip(box)
}

function paintEdges(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  style: CSSStyleDeclaration,
): void {
  const [right, bottom] = [x + width, y + height]
  const round = Number.parseFloat(style.borderTopLeftRadius) || 0
  const all = Number.parseFloat(style.borderTopWidth)
  if (round > 0 && all > 0 && style.borderTopStyle !== "none") {
    context.strokeStyle = style.borderTopColor
    context.lineWidth = all
    context.beginPath()
    context.roundRect(x + all / 2, y + all / 2, width - all, height - all, round)
    context.stroke()
    return
  }
  const sides = [
    ["Top", x, y, right, y],
    ["Right", right, y, right, bottom],
    ["Bottom", x, bottom, right, bottom],
    ["Left", x, y, x, bottom],
  ] as const
  for (const [side, fromX, fromY, toX, toY] of sides) {
    const thickness = Number.parseFloat(style[`border${side}Width`])
    if (!(thickness > 0) || style[`border${side}Style`] === "none") continue
    context.strokeStyle = style[`border${side}Color`]
    context.lineWidth = thickness
    context.setLineDash(style[`border${side}Style`] === "dashed" ? [3 * thickness, 2 * thickness] : [])
    context.beginPath()
    context.moveTo(fromX, fromY)
    context.lineTo(toX, toY)
    context.stroke()
  }
  context.setLineDash([])
}

/** Word by word, each where the browser has set it: lines break as on the screen. */
function paintWords(paint: Paint, text: Text, style: CSSStyleDeclaration): void {
  const { context, scale } = paint
  const range = document.createRange()
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  context.fillStyle = style.color
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index)
    range.setEnd(text, index + word.length)
    const rect = range.getClientRects()[0]
    if (!rect) continue
    const [x, y] = placeOf(paint, rect)
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText(word)
    context.fillText(word, x, y + (rect.height / scale - above - below) / 2 + above)
  }
}

const placeOf = ({ origin, scale }: Paint, { left, top }: DOMRect): [number, number] => [
  (left - origin.left) / scale,
  (top - origin.top) / scale,
]
