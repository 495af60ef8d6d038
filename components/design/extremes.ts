/** 200 letters, with and without a place to break it. */
export const longName =
  "The International Northern Lights Trading and Shipping Company of the Greater Metropolitan Area, "
    .repeat(3)
    .slice(0, 200)
export const unbroken = "Donaudampfschifffahrtsgesellschaft".repeat(6).slice(0, 200)

/** What breaks drawings: very long, nothing, below zero, missing, ten times the usual. */
export const extremes = [
  { key: "long", name: longName, value: 72 },
  { key: "unbroken", name: unbroken, value: 7 },
  { key: "zero", name: "Zero", value: 0 },
  { key: "negative", name: "Negative", value: -38 },
  { key: "none", name: "No value", value: null },
  { key: "ten", name: "Ten times", value: 720 },
] as const
