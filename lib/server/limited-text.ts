/** The body of a request as text; null when it is longer than `most` bytes, is not UTF-8 or breaks off. */
export async function limitedText(request: Request, most: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength
      if (bytes > most) return null
      chunks.push(chunk)
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    return null
  }
}
