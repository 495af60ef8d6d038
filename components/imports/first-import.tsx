import { ButtonLink } from "#components/ui/button-link.tsx"

/** The ways to the first accounts: on screen, or by the command line. */
export function FirstImport() {
  return (
    <div className="flex flex-col items-start gap-3">
      <ButtonLink href="/imports/new" variant="primary">
        Import a file
      </ButtonLink>
      <p className="max-w-[75ch] text-13 text-muted">
        Or in the product's folder:{" "}
        <code className="rounded-tag bg-sunken px-2 py-1 text-12 wrap-anywhere">
          npm run import -- accounts customers.csv
        </code>
      </p>
    </div>
  )
}
