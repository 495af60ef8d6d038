import { AppError } from "../errors.ts"
import type { Scope } from "./scopes.ts"

/** An access token that does not open the door, with what RFC 6750, section 3.1, tells its holder. */
export class TokenRefusal extends AppError {
  readonly error: "invalid_token" | "insufficient_scope"
  /** The scope that would suffice; null when none would. */
  readonly scope: Scope | null

  constructor(error: "invalid_token" | "insufficient_scope", message: string, scope: Scope | null = null) {
    super(error === "invalid_token" ? "not_signed_in" : "forbidden", message)
    this.name = "TokenRefusal"
    this.error = error
    this.scope = scope
  }
}
