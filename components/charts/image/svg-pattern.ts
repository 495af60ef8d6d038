const sharpness = 4

/** The hatching that a drawing fills its parts with: a tile of plain rectangles, turned as a whole. */
export function patternOf(
  context: CanvasRenderingContext2D,
  document: Document,
  id: string,
): CanvasPattern | null {
  const pattern = document.getElementById(id)
  if (!(pattern instanceof SVGPatternElement)) return null
  const canvas = document.createElement("canvas")
  canvas.width = of(pattern.width) * sharpness
  canvas.height = of(pattern.height) * sharpness
  const tile = canvas.getContext("2d")
  if (!tile) return null
  tile.scale(sharpness, sharpness)
  for (const part of pattern.querySelectorAll("rect")) {
    tile.fillStyle = getComputedStyle(part).fill
    tile.fillRect(of(part.x), of(part.y), of(part.width), of(part.height))
  }
  const found = context.createPattern(canvas, "repeat")
  const turn = pattern.patternTransform.baseVal.consolidate()?.matrix
  found?.setTransform((turn ? DOMMatrix.fromMatrix(turn) : new DOMMatrix()).scale(1 / sharpness))
  return found
}

const of = (length: SVGAnimatedLength): number => length.baseVal.value
