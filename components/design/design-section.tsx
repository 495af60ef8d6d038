import { useId } from "react"

/** A part of the gallery. What it shows brings its own frames. */
export function DesignSection({
  id,
  title,
  about,
  children,
}: {
  id: string
  title: string
  about?: string
  children: React.ReactNode
}) {
  const titleId = useId()
  return (
    <section id={id} aria-labelledby={titleId} className="flex min-w-0 scroll-mt-6 flex-col gap-4">
      <div>
        <h2 id={titleId} className="text-20 font-semibold">
          {title}
        </h2>
        {about && <p className="max-w-[75ch] text-13 text-muted">{about}</p>}
      </div>
      {children}
    </section>
  )
}

/** One component in one state, with the name of the state. */
export function Specimen({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="text-12 text-muted">{name}</p>
      <div className="min-w-0">{children}</div>
    </div>
  )
}
