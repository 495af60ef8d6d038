import { verdictWords } from "#components/imports/verdicts.ts"
import { DefinitionPopover } from "#components/ui/definition-popover.tsx"
import { formatNumber } from "#lib/format/number.ts"
import { type ImportCheck, rowVerdicts } from "#lib/imports/import-check.ts"

/** How many rows are created, updated, skipped and rejected, each with what the word means. */
export function VerdictCountList({ counts }: { counts: ImportCheck["counts"] }) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {rowVerdicts.map((verdict) => (
        <div key={verdict} className="min-w-24">
          <dt className="text-13 text-muted">
            {verdictWords[verdict].word}
            <DefinitionPopover term={verdictWords[verdict].word}>
              {verdictWords[verdict].means}
            </DefinitionPopover>
          </dt>
          <dd className="text-16 font-medium tabular-nums">
            {counts[verdict] === null ? (
              <span className="text-13 font-normal text-ink-2">counted while writing</span>
            ) : (
              <>
                {formatNumber(counts[verdict])}{" "}
                <span className="text-13 font-normal text-muted">
                  {counts[verdict] === 1 ? "row" : "rows"}
                </span>
              </>
            )}
          </dd>
        </div>
      ))}
      {counts.readings > 0 && (
        <div className="min-w-24">
          <dt className="text-13 text-muted">
            Signals
            <DefinitionPopover term="Signals">
              Values of measures, one per account, measure and day. They are what health is computed from.
            </DefinitionPopover>
          </dt>
          <dd className="text-16 font-medium tabular-nums">
            {formatNumber(counts.readings)}{" "}
            <span className="text-13 font-normal text-muted">
              {counts.readings === 1 ? "value" : "values"}
            </span>
          </dd>
        </div>
      )}
    </dl>
  )
}
