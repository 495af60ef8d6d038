/** What was typed into a field of a form; empty when it is not there. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}
