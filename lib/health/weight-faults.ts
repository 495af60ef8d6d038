type Weighted = { readonly key: string; readonly label: string; readonly weight: number }

export type WeightFault = { readonly where: "groups" | "measures"; readonly message: string }

/**
 * What keeps the weights of a model from being a whole: sums other than 100, unknown groups, keys used twice.
 * Each message says what, where and how to fix, with the sum as it is. Sums are compared to a millionth, so
 * that 33.3, 33.3 and 33.4 count as 100.
 */
export function weightFaults(model: {
  readonly groups: readonly Weighted[]
  readonly measures: readonly (Weighted & { readonly groupKey: string })[]
}): WeightFault[] {
  const faults: WeightFault[] = []
  const check = (where: WeightFault["where"], what: string, parts: readonly Weighted[]) => {
    const sum = Number(parts.reduce((total, part) => total + part.weight, 0).toFixed(6))
    if (sum === 100) return
    const change = Number(Math.abs(100 - sum).toFixed(6))
    const remedy = sum < 100 ? `add ${change}` : `take away ${change}`
    faults.push({ where, message: `Weights of ${what} sum to ${sum}, not 100: ${remedy}` })
  }
  check("groups", "the groups", model.groups)
  for (const group of model.groups) {
    const members = model.measures.filter((measure) => measure.groupKey === group.key)
    if (members.length === 0) {
      faults.push({
        where: "groups",
        message: `Group "${group.label}" has no measures: add one or remove the group`,
      })
    } else check("measures", `the measures in "${group.label}"`, members)
  }
  const groupKeys = new Set(model.groups.map((group) => group.key))
  for (const measure of model.measures) {
    if (groupKeys.has(measure.groupKey)) continue
    const message = `Measure "${measure.label}" belongs to the group "${measure.groupKey}", which does not exist: choose another`
    faults.push({ where: "measures", message })
  }
  for (const where of ["groups", "measures"] as const) {
    const keys = model[where].map((part) => part.key)
    const repeated = new Set(keys.filter((key, i) => keys.indexOf(key) !== i))
    for (const key of repeated) faults.push({ where, message: `Key "${key}" is used twice: rename one` })
  }
  return faults
}
