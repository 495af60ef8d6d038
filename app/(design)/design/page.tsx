import type { Metadata } from "next"
import { cookies } from "next/headers"
import { notFound } from "next/navigation"
import { ChartsSection } from "#components/design/charts-section.tsx"
import { ControlsSection } from "#components/design/controls-section.tsx"
import { FixturesSection } from "#components/design/fixtures-section.tsx"
import { LazyChartsSection } from "#components/design/lazy-charts-section.tsx"
import { StatesSection } from "#components/design/states-section.tsx"
import { StyleSection } from "#components/design/style-section.tsx"
import { TableSection } from "#components/design/table-section.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { ThemeToggle } from "#components/ui/theme-toggle.tsx"
import { env } from "#lib/platform/env.ts"

export const metadata: Metadata = { title: "Design" }

const parts = ["style", "controls", "table", "charts", "lazy-charts", "states", "fixtures"] as const

/** Every component in every state, for who builds and judges them: with made-up figures, and never in a product. */
export default async function DesignPage() {
  if (process.env.NODE_ENV === "production" && env().CSOPS_DESIGN !== "1") notFound()
  const theme = (await cookies()).get("csops-theme")?.value
  const choice = theme === "light" || theme === "dark" ? theme : "system"
  return (
    <main className="mx-auto flex max-w-360 flex-col gap-12 p-4 md:p-6">
      <PageHead
        title="Design"
        answer="Every component in every state, with made-up figures."
        asOf="Figures stand still: Wed 18 Nov 2026"
        actions={<ThemeToggle choice={choice} />}
      />
      <nav
        aria-label="Parts of this page"
        className="-mt-8 flex flex-wrap gap-x-4 gap-y-2 text-13 print:hidden"
      >
        {parts.map((part) => (
          <TextLink key={part} href={`#${part}`}>
            {part}
          </TextLink>
        ))}
      </nav>
      <StyleSection />
      <ControlsSection />
      <TableSection />
      <ChartsSection />
      <LazyChartsSection />
      <StatesSection />
      <FixturesSection />
    </main>
  )
}
