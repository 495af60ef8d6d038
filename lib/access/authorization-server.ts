import { scopes } from "./scopes.ts"

/** What clients may know before they ask for a token (RFC 8414, section 2). The issuer is an origin without a path. */
export const authorizationServer = (issuer: string) => ({
  issuer,
  token_endpoint: `${issuer}/api/oauth/token`,
  token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
  grant_types_supported: ["client_credentials"],
  // Required by the standard; there is no authorization endpoint that could answer anything.
  response_types_supported: [],
  scopes_supported: scopes,
})
