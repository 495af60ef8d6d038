import type { ImportPlan } from "./import-plan.ts"
import { statedCurrency } from "./stated-currency.ts"

type Given = {
  readonly cents: number
  /** The amount as it is written. */
  readonly text: string
  readonly header: string
  /** The cell of the currency column. */
  readonly currency: string | null
}

/**
 * An amount in hundredths of the workspace's currency: as it stands, or converted by the rate that a person gave for
 * the currency it is stated in. `strange` names a currency for which nobody gave a rate; the amount is then as it
 * stands and must not be added to others. Half cents round away from zero.
 */
export function ownAmount(
  { cents, text, header, currency }: Given,
  { currency: own, repairs }: Pick<ImportPlan, "currency" | "repairs">,
): { readonly cents: number; readonly strange: string | null } {
  const stated = statedCurrency({ cell: currency, amount: text, header, own })
  if (stated === own) return { cents, strange: null }
  const rate = repairs.findLast((repair) => repair.do === "convert" && repair.from === stated)
  if (rate?.do !== "convert") return { cents, strange: stated }
  return { cents: Math.sign(cents) * Math.round(Math.abs(cents) * rate.rate), strange: null }
}
