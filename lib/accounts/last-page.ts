/** Number of the last page of a list, counted from 1; an empty list has one page. */
export const lastPage = (rows: number, pageSize: number): number => Math.max(1, Math.ceil(rows / pageSize))
