import type { Problem } from "#lib/imports/schema.ts"

const kinds = new Set(["missing_column", "missing_id", "ambiguous_id", "unknown_field", "unknown_column"])

/** Whether the file may be well and only the use of its columns has to be said otherwise. */
export const isOfMapping = ({ kind }: Pick<Problem, "kind">): boolean => kinds.has(kind)
