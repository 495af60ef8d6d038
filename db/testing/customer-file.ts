import { mulberry32 } from "#lib/math/mulberry32.ts"

/**
 * A made-up customer file in the form of the public telecom one: an id, numbers with a few blanks, categories,
 * personal characteristics and a `Churn` that short tenures, monthly contracts and missing support make likelier.
 */
export function customerFile({ rows, seed }: { rows: number; seed: number }): string {
  const next = mulberry32(seed)
  const oneOf = (...choices: string[]): string => choices[Math.floor(next() * choices.length)] ?? ""
  const lines = ["customerID,gender,tenure,Contract,TechSupport,MonthlyCharges,TotalCharges,Churn"]
  for (let row = 0; row < rows; row++) {
    const tenure = Math.floor(next() * 73)
    const contract = oneOf("Month-to-month", "Month-to-month", "One year", "Two year")
    const support = oneOf("Yes", "No", "No internet service")
    const charges = (18 + next() * 100).toFixed(2)
    const total = tenure === 0 ? " " : (tenure * Number(charges)).toFixed(2)
    const risk =
      0.04 +
      0.35 * Math.exp(-tenure / 15) +
      (contract === "Month-to-month" ? 0.2 : 0) +
      (support === "No" ? 0.12 : 0)
    const cells = [`C-${row}`, oneOf("Female", "Male"), tenure, contract, support, charges, total]
    lines.push([...cells, next() < risk ? "Yes" : "No"].join(","))
  }
  return `${lines.join("\n")}\n`
}
