import { ButtonLink } from "#components/ui/button-link.tsx"
import { FirstRunState } from "#components/ui/first-run-state.tsx"

/** No source and no import yet: what will be here, and the one way to the first. */
export function DataFirstRun({ mayImport, demo }: { mayImport: boolean; demo: React.ReactNode }) {
  return (
    <FirstRunState
      title="Your sources will be here"
      action={
        mayImport && (
          <ButtonLink href="/imports/new" variant="primary">
            Import a file
          </ButtonLink>
        )
      }
      demo={demo}
    >
      One row for each file or system that tells something: how far it is complete, how late it is, what it
      turned away.
      {!mayImport && " An admin or a CS operations manager can import the first file."}
    </FirstRunState>
  )
}
