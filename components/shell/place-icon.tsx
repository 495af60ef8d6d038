import type { PlaceIcon as Name } from "#lib/keys/places.ts"

/** The sign of a page where its words do not fit; drawn on 16 pixels. The words stay its name. */
export function PlaceIcon({ name }: { name: Name }) {
  return (
    <svg
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={drawings[name]} />
    </svg>
  )
}

const drawings: Readonly<Record<Name, string>> = {
  home: "M2.5 7.5 8 2.5l5.5 5M4 6.5v7h8v-7M6.8 13.5v-4h2.4v4",
  accounts: "M2.5 13.5v-11h7v11M9.5 6.5h4v7M1.5 13.5h13M5 5.5h2M5 8h2M5 10.5h2M11.5 9h.1M11.5 11h.1",
  data: "M13 4c0 1.1-2.2 2-5 2S3 5.1 3 4s2.2-2 5-2 5 .9 5 2ZM3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2",
  imports: "M8 2v7.5M5 6.8l3 3 3-3M2.5 10.5v3h11v-3",
  admin: "M2 4.5h5M11 4.5h3M2 11.5h3M9 11.5h5M9 2.8v3.4M7 9.8v3.4",
  jobs: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6",
}
