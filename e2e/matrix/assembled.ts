const late = /<div hidden id="S:(\w+)">([\s\S]*?)<\/div>(?=<div hidden id="S:|<\/body>)/g

/** A page without its scripts, and with what was sent behind it in its place: whether a part came in time varies. */
export function assembled(body: string): string {
  const parts = new Map<string, string>()
  const page = body
    .replace(/<script\b[\s\S]*?<\/script>/g, "")
    .replace(late, (_, place: string, part: string) => {
      parts.set(place, part)
      return ""
    })
  return page.replace(
    /<!--\$\?--><template id="B:(\w+)"><\/template>[\s\S]*?<!--\/\$-->/g,
    (_, place: string) => `<!--$-->${parts.get(place) ?? ""}<!--/$-->`,
  )
}
