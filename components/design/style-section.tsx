import { DesignSection } from "#components/design/design-section.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { statuses, type Token, tokens } from "#lib/format/tokens.ts"

const sizes = [
  { look: "text-12", words: "12/16 headers, axes, tags" },
  { look: "text-13", words: "13/18 secondary text" },
  { look: "text-14", words: "14/20 text and rows" },
  { look: "text-16 font-semibold", words: "16/24 title of a section" },
  { look: "text-20 font-semibold", words: "20/28 title of a page" },
  { look: "text-28 font-semibold", words: "28/36 key number 1,234" },
] as const

const groups: readonly { readonly name: string; readonly of: (token: Token) => boolean }[] = [
  {
    name: "Neutral",
    of: (token) => !/^(act|watch|routine|good|changed|unknown|heat|range|category)-/.test(token),
  },
  { name: "Status", of: (token) => /^(act|watch|routine|good|changed|unknown)-/.test(token) },
  { name: "Charts", of: (token) => /^(heat|range|category)-/.test(token) },
]

const names = Object.keys(tokens.light) as Token[]

export function StyleSection() {
  return (
    <DesignSection
      id="style"
      title="Style"
      about="Every pair of colours that is drawn has its contrast proven by a test, in both themes."
    >
      <Panel title="Type" subtitle="Inter, weights 400, 500 and 600, figures of one width">
        <ul className="flex flex-col gap-2">
          {sizes.map(({ look, words }) => (
            <li key={look} className={look}>
              {words}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="Status" subtitle="Shape and word first, then colour">
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap gap-2">
            {statuses.map((status) => (
              <StatusMark key={status} status={status}>
                {statusWords[status]}
              </StatusMark>
            ))}
          </div>
          <div className="flex flex-wrap gap-2">
            {statuses.map((status) => (
              <StatusMark key={status} status={status} plain>
                {statusWords[status]}
              </StatusMark>
            ))}
          </div>
          <ul className="flex flex-wrap gap-x-6 gap-y-2 text-13">
            {statuses.map((status) => (
              <li key={status} className="flex items-center gap-2">
                <StatusShape status={status} size={16} />
                {status}
              </li>
            ))}
          </ul>
        </div>
      </Panel>
      <Panel title="Colours" subtitle="By name; nothing is drawn in another colour">
        <div className="flex flex-col gap-4">
          {groups.map((group) => (
            <div key={group.name}>
              <h3 className="text-12 text-muted">{group.name}</h3>
              <ul className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-2">
                {names.filter(group.of).map((token) => (
                  <li key={token} className="flex items-center gap-2 text-12">
                    <span
                      aria-hidden="true"
                      className="size-6 shrink-0 rounded-tag border border-hairline"
                      style={{ background: `var(--${token})` }}
                    />
                    {token}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Panel>
    </DesignSection>
  )
}

const statusWords = {
  act: "Act now",
  watch: "Watch",
  routine: "Routine",
  good: "Good",
  changed: "Changed",
  unknown: "Unknown",
} as const
