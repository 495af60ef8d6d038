import { AskAccessButton } from "#components/access/ask-access.tsx"
import { NotAllowedState } from "#components/ui/not-allowed-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import type { Permission } from "#lib/access/policy.ts"
import { roleNames } from "#lib/access/roles.ts"
import { rolesWith } from "#lib/access/waiting-requests.ts"
import { permissionWord } from "#lib/people/permission-words.ts"

/** A page that the reader's role does not open. */
export function NotAllowed({ title, permission }: { title: string; permission: Permission }) {
  return (
    <>
      <PageHead title={title} />
      <NotAllowedState
        permission={permission}
        allows={permissionWord(permission)}
        grantedBy={rolesWith("member.write").map((role) => roleNames[role])}
        action={<AskAccessButton permission={permission} />}
      />
    </>
  )
}
