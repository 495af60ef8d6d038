/**
 * Spearman's rank correlation: how well one quantity rises with another, whatever the shape. 1 = always together,
 * -1 = always against each other, 0 = neither. Equal values share the mean of their ranks.
 *
 *   r = Σ (a - mean a)(b - mean b) / √(Σ (a - mean a)² * Σ (b - mean b)²),   a, b the ranks
 *
 * null for fewer than three pairs, or when one side does not vary.
 *
 * Source: C. Spearman, The proof and measurement of association between two things, 1904.
 */
export function spearman(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null
  const left = ranks(pairs.map(([a]) => a))
  const right = ranks(pairs.map(([, b]) => b))
  const middle = (pairs.length + 1) / 2
  let [both, ofLeft, ofRight] = [0, 0, 0]
  for (const [at, rank] of left.entries()) {
    const [a, b] = [rank - middle, right[at]! - middle]
    both += a * b
    ofLeft += a * a
    ofRight += b * b
  }
  return ofLeft > 0 && ofRight > 0 ? both / Math.sqrt(ofLeft * ofRight) : null
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!)
  const found = values.map(() => 0)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1
    for (let at = from; at < to; at++) found[order[at]!] = (from + to + 1) / 2
    from = to
  }
  return found
}
