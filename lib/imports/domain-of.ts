/** "https://www.Acme.com/en?x=1" as "acme.com"; null when the text holds no host name. */
export function domainOf(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/?#:].*$/s, "")
  return /^[^\s@]+\.[^\s@.]{2,}$/.test(host) && host.length <= 253 ? host : null
}
