/** An array as Postgres writes it. Only for ids, numbers, days and instants: nothing in them needs quoting. */
export const plainArray = (values: readonly (string | number | null)[]): string =>
  `{${values.map((value) => value ?? "null").join(",")}}`
