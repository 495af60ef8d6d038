/** Which permission is missing and who can give it. */
export function NotAllowedState({
  permission,
  allows,
  grantedBy,
  action,
}: {
  permission: string
  /** What the permission lets one do: "Import files". */
  allows: string
  grantedBy: readonly string[]
  /** The button that asks for it. */
  action?: React.ReactNode
}) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-panel border border-hairline bg-surface p-4">
      <p className="text-14 font-semibold">Your role does not allow this</p>
      <p className="max-w-[75ch] text-14 text-ink-2">
        It needs the permission “{allows}” ({permission}).{" "}
        {grantedBy.length > 0
          ? `${grantedBy.join(" or ")} can grant it.`
          : "An administrator of this workspace can grant it."}
      </p>
      {action && <div className="mt-1 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}
