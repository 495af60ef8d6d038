import { NotAllowedState } from "#components/ui/not-allowed-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { type Permission, policy } from "#lib/access/policy.ts"
import { roleNames } from "#lib/access/roles.ts"

/** A page that the reader's role does not open. */
export function NotAllowed({ title, permission }: { title: string; permission: Permission }) {
  return (
    <>
      <PageHead title={title} />
      <NotAllowedState
        permission={permission}
        grantedBy={policy["member.write"].map((role) => roleNames[role])}
      />
    </>
  )
}
