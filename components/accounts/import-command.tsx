/** The one command that brings the first accounts. */
export function ImportCommand() {
  return (
    <p className="max-w-[75ch] text-14 text-ink-2">
      Run this in the product's folder with a CSV file, one row per account. Columns that are not account
      fields become measures, and a starter model is proposed from them:{" "}
      <code className="rounded-tag bg-sunken px-2 py-1 text-13 wrap-anywhere">
        npm run import -- accounts customers.csv
      </code>
    </p>
  )
}
