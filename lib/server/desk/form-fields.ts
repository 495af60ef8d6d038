import "server-only"
import { AppError } from "#lib/errors.ts"
import { limitedText } from "../limited-text.ts"

const longestFormBytes = 1_048_576

/** The fields of a plain form that was posted without a file. */
export async function formFields(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase()
  const text =
    type === "application/x-www-form-urlencoded" ? await limitedText(request, longestFormBytes) : null
  if (text === null) throw new AppError("invalid_input", "The form could not be read.")
  return new URLSearchParams(text)
}
