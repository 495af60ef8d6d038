/** The account named in an address; text that is not properly encoded names none that exists. */
export function accountReference(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
