import { fieldOf, type WeightSums } from "#components/admin/model-form-values.ts"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { featureLabel } from "#lib/health/feature-words.ts"
import type { HealthModel, ModelMeasure } from "#lib/health/schema.ts"

/** Digits stand right, under each other and under the head of their column. */
const ofNumbers = "w-20 self-end text-right tabular-nums"

/** Groups and their measures, each with its weight and its veto. */
export function ModelWeights({ model, sums }: { model: HealthModel; sums: WeightSums }) {
  return (
    <Table caption="Weights and vetoes" minWidth={820}>
      <thead>
        <tr>
          <Th isFirst>Group and measure</Th>
          <Th isNumber>Weight, %</Th>
          <Th>Adds up to</Th>
          <Th isNumber>Veto at a score of or below</Th>
          <Th>What the veto says</Th>
        </tr>
      </thead>
      <tbody>
        {model.groups.map((group) => (
          <GroupRows key={group.key} group={group} model={model} sums={sums} />
        ))}
      </tbody>
    </Table>
  )
}

function GroupRows({
  group,
  model,
  sums,
}: {
  group: HealthModel["groups"][number]
  model: HealthModel
  sums: WeightSums
}) {
  const isFirst = model.groups[0]?.key === group.key
  return (
    <>
      <Tr>
        <RowHead>
          <span className="font-medium">{group.label}</span>
        </RowHead>
        <Td isNumber>
          <Weight label={`Weight of ${group.label}`} name={fieldOf.group(group.key)} value={group.weight} />
        </Td>
        <Td>
          <Sum of="measures" value={sums.of.get(group.key) ?? 0} />
          {isFirst && <Sum of="groups" value={sums.groups} />}
        </Td>
        <Td />
        <Td />
      </Tr>
      {model.measures
        .filter(({ groupKey }) => groupKey === group.key)
        .map((measure) => (
          <MeasureRow key={measure.key} measure={measure} />
        ))}
    </>
  )
}

function MeasureRow({ measure }: { measure: ModelMeasure }) {
  const { key, weight, veto } = measure
  const label = featureLabel(measure)
  return (
    <Tr>
      <RowHead>
        <span className="pl-4">
          <bdi>{label}</bdi>
        </span>
      </RowHead>
      <Td isNumber>
        <Weight label={`Weight of ${label}`} name={fieldOf.measure(key)} value={weight} />
      </Td>
      <Td />
      <Td isNumber>
        <TextField
          label={`Veto of ${label} at a score of or below`}
          name={fieldOf.vetoAt(key)}
          type="number"
          min={0}
          max={100}
          step={1}
          isLabelHidden
          placeholder="none"
          defaultValue={veto?.atOrBelowScore}
          width={ofNumbers}
        />
      </Td>
      <Td>
        <TextField
          label={`What the veto of ${label} says`}
          name={fieldOf.vetoReason(key)}
          maxLength={200}
          isLabelHidden
          defaultValue={veto?.reason}
          width="w-64"
        />
      </Td>
    </Tr>
  )
}

function Weight({ label, name, value }: { label: string; name: string; value: number }) {
  return (
    <TextField
      label={`${label}, in percent`}
      name={name}
      type="number"
      min={0}
      max={100}
      step="any"
      required
      isLabelHidden
      defaultValue={value}
      width={ofNumbers}
    />
  )
}

function Sum({ of, value }: { of: "measures" | "groups"; value: number }) {
  return (
    <span className="mr-3 inline-flex items-center gap-1.5 text-12 text-ink-2 tabular-nums">
      <StatusShape status={value === 100 ? "good" : "watch"} />
      {of} {value} of 100
    </span>
  )
}
