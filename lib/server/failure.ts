import { AppError, type ErrorCode } from "#lib/errors.ts"

export const statusOf: Record<ErrorCode, number> = {
  invalid_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many_requests: 429,
  unavailable: 503,
}

export const titleOf: Record<ErrorCode, string> = {
  invalid_input: "The request could not be read",
  not_signed_in: "Not signed in",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "Changed by someone else",
  too_large: "Too large",
  too_many_requests: "Too many requests",
  unavailable: "Temporarily unavailable",
}

/** The one place that decides what an error tells the outside; what is not an AppError tells nothing. */
export function asAppError(error: unknown): AppError | null {
  return error instanceof AppError ? error : null
}
