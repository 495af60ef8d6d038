"use client"

import { useId, useRef, useState } from "react"
import { formatBytes } from "#components/imports/format-bytes.ts"

/** A file by choosing or by dropping it. Says at once when it is larger than what is taken. */
export function FileDrop({ mostBytes }: { mostBytes: number }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<{ name: string; size: number } | null>(null)
  const [isOver, setOver] = useState(false)
  const show = () => {
    const file = input.current?.files?.[0]
    const isTooLarge = file !== undefined && file.size > mostBytes
    input.current?.setCustomValidity(
      isTooLarge ? `At most ${formatBytes(mostBytes)}. Split the file and import its parts.` : "",
    )
    setChosen(file ? { name: file.name, size: file.size } : null)
  }
  const isTooLarge = chosen !== null && chosen.size > mostBytes
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the other way to the button inside
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (!file || !input.current) return
        const only = new DataTransfer()
        only.items.add(file)
        input.current.files = only.files
        show()
      }}
      className={`flex flex-col gap-2 rounded-panel border border-dashed p-4 ${isOver ? "border-focus bg-selected" : "border-control bg-surface"}`}
    >
      <label htmlFor={id} className="text-13 font-medium">
        File
      </label>
      <p id={`${id}-hint`} className="text-13 text-muted">
        CSV, gzipped CSV or Excel (.csv, .csv.gz, .xlsx) with a header row, at most {formatBytes(mostBytes)}.
        Choose it, or drop it here.
      </p>
      <input
        ref={input}
        id={id}
        name="file"
        type="file"
        required
        accept=".csv,.tsv,.txt,.gz,.xlsx,text/csv"
        aria-describedby={`${id}-hint ${id}-chosen`}
        aria-invalid={isTooLarge || undefined}
        onChange={show}
        className="w-full max-w-xl rounded-control text-13 text-ink-2 file:mr-3 file:h-8 file:rounded-control file:border file:border-solid file:border-control file:bg-surface file:px-3 file:text-13 file:font-medium file:text-ink hover:file:bg-sunken"
      />
      <p
        id={`${id}-chosen`}
        role="status"
        className={`text-13 ${isTooLarge ? "text-act-text" : "text-ink-2"}`}
      >
        {chosen && (
          <span className="wrap-anywhere tabular-nums">
            {chosen.name}, {formatBytes(chosen.size)}
            {isTooLarge && `: too large. At most ${formatBytes(mostBytes)}; split it and import its parts.`}
          </span>
        )}
      </p>
    </div>
  )
}
