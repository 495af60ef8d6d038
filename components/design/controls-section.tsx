import { DesignSection, Specimen } from "#components/design/design-section.tsx"
import { Button } from "#components/ui/button.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { Chip } from "#components/ui/chip.tsx"
import { DefinitionPopover } from "#components/ui/definition-popover.tsx"
import { FilterChip } from "#components/ui/filter-chip.tsx"
import { Pager } from "#components/ui/pager.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SelectField } from "#components/ui/select-field.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { TextArea } from "#components/ui/text-area.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

const here = "/design#controls"
const segments = [
  { value: "all", label: "All segments" },
  { value: "smb", label: "SMB" },
]

export function ControlsSection() {
  return (
    <DesignSection
      id="controls"
      title="Controls"
      about="32 px high, targets of 24 px and more, one primary on a page."
    >
      <Panel title="Buttons and links">
        <div className="flex flex-wrap gap-6">
          <Specimen name="primary">
            <Button variant="primary">Assign to Chen</Button>
          </Specimen>
          <Specimen name="primary, not possible">
            <Button variant="primary" disabled>
              Assign to Chen
            </Button>
          </Specimen>
          <Specimen name="secondary">
            <Button>Compare: last week</Button>
          </Specimen>
          <Specimen name="secondary, not possible">
            <Button disabled>Compare: last week</Button>
          </Specimen>
          <Specimen name="quiet">
            <Button variant="quiet">Clear</Button>
          </Specimen>
          <Specimen name="link that weighs as an action">
            <ButtonLink href={here}>Import a file</ButtonLink>
          </Specimen>
          <Specimen name="link in text">
            <TextLink href={here}>Northwind</TextLink>
          </Specimen>
          <Specimen name="definition">
            Health
            <DefinitionPopover
              term="Health"
              facts={[
                { label: "Unit", value: "points, 0 to 100" },
                { label: "Source", value: "health model, version 7" },
              ]}
            >
              <p>How well an account does, higher is better.</p>
            </DefinitionPopover>
          </Specimen>
        </div>
      </Panel>
      <Panel title="Fields">
        <form action={here} className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
          <TextField label="Name" name="name" defaultValue="Northwind" />
          <TextField label="Budget" name="budget" hint="In whole days, 1 to 90" />
          <TextField
            label="Score"
            name="score"
            defaultValue="140"
            error="Choose a score from 0 to 100."
            inputMode="numeric"
          />
          <TextField label="Locked" name="locked" defaultValue="Set by the model" disabled />
          <SelectField label="Segment" name="segment" options={segments} />
          <SelectField
            label="Owner"
            name="owner"
            options={[{ value: "", label: "Nobody" }]}
            error="Choose an owner."
          />
          <TextArea label="Reason" name="reason" hint="At least 10 letters" />
          <TextArea label="Note" name="note" defaultValue="Too short" error="Write at least 10 letters." />
          <div className="flex items-end gap-3">
            <SubmitButton pendingLabel="Saving" variant="secondary">
              Save this
            </SubmitButton>
          </div>
        </form>
      </Panel>
      <Panel title="Chips, answers and pages">
        <div className="flex flex-col gap-6">
          <div className="flex flex-wrap gap-6">
            <Specimen name="fact set apart">
              <Chip>Demo data</Chip>
            </Specimen>
            <Specimen name="filter that is on">
              <FilterChip label="Segment: SMB" removeHref={here} />
            </Specimen>
            <Specimen name="done">
              <ReplyNote reply={{ ok: true, value: null }} done="12 accounts assigned to Chen." />
            </Specimen>
            <Specimen name="refused">
              <ReplyNote
                reply={{ ok: false, code: "conflict", message: "Somebody was quicker: read it again." }}
              />
            </Specimen>
          </div>
          <Specimen name="pages">
            <Pager
              from={51}
              to={100}
              total={512}
              noun="account"
              firstHref={here}
              previousHref={here}
              nextHref={here}
            />
          </Specimen>
        </div>
      </Panel>
    </DesignSection>
  )
}
