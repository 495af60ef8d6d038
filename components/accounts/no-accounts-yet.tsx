import { EmptyState } from "#components/ui/empty-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"

/** First run: what will be here, and the one command that brings it. */
export function NoAccountsYet() {
  return (
    <>
      <PageHead title="Accounts" answer="No accounts yet." />
      <EmptyState title="Your accounts will be listed here, each with a health score and its reasons.">
        <p>
          Import a CSV file with one row per account from the product's folder. Columns that are not account
          fields become measures, and a starter model is proposed from them:
        </p>
        <p className="mt-2">
          <code className="rounded-tag bg-sunken px-2 py-1 text-13">
            npm run import -- accounts customers.csv
          </code>
        </p>
      </EmptyState>
    </>
  )
}
