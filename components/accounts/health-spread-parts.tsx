"use client"

import { type ComponentProps, lazy, Suspense } from "react"

// A list whose spread nobody looks at does not load what it is made of.
const Frame = lazy(() =>
  import("#components/charts/chart-frame.tsx").then(({ ChartFrame: component }) => ({ default: component })),
)
const Brush = lazy(() =>
  import("#components/accounts/health-brush.tsx").then(({ HealthBrush: component }) => ({
    default: component,
  })),
)
const RangeForm = lazy(() =>
  import("#components/accounts/health-range-form.tsx").then(({ HealthRangeForm: component }) => ({
    default: component,
  })),
)

export const SpreadFrame = (props: ComponentProps<typeof Frame>) => (
  <Suspense>
    <Frame {...props} />
  </Suspense>
)
export const SpreadBrush = (props: ComponentProps<typeof Brush>) => (
  <Suspense>
    <Brush {...props} />
  </Suspense>
)
export const SpreadRangeForm = (props: ComponentProps<typeof RangeForm>) => (
  <Suspense>
    <RangeForm {...props} />
  </Suspense>
)
