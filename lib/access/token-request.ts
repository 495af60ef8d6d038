import { accept, type Outcome, type Refused, refuse } from "../outcome.ts"
import type { Scope } from "./scopes.ts"

/** Why no token is given, in the words of RFC 6749, section 5.2. */
export type TokenError = "invalid_request" | "invalid_client" | "unsupported_grant_type" | "invalid_scope"

export type TokenRequest = {
  readonly clientId: string
  readonly clientSecret: string
  /** As asked, separated by spaces; null for all that the client may have. */
  readonly scope: string | null
}

type Credentials = { readonly clientId: string; readonly clientSecret: string }

/** Reads a request for a token: a form, with the client's id and secret either in it or in a Basic header. */
export function readTokenRequest({
  contentType,
  authorization,
  body,
}: {
  contentType: string | null
  authorization: string | null
  body: string
}): Outcome<TokenRequest, TokenError> {
  if (contentType?.split(";")[0]?.trim().toLowerCase() !== "application/x-www-form-urlencoded")
    return refuse("invalid_request", "Send the parameters as application/x-www-form-urlencoded.")
  const form = new URLSearchParams(body)
  const names = [...form.keys()]
  if (new Set(names).size < names.length)
    return refuse("invalid_request", "A parameter stands there more than once.")
  const credentials = readCredentials(form, authorization)
  if (!credentials.ok) return credentials
  const grantType = form.get("grant_type")
  if (!grantType) return refuse("invalid_request", "The parameter grant_type is missing.")
  if (grantType !== "client_credentials")
    return refuse("unsupported_grant_type", "The only grant type here is client_credentials.")
  // An empty value counts as left out (RFC 6749, section 3.2).
  return accept({ ...credentials.value, scope: form.get("scope") || null })
}

function readCredentials(
  form: URLSearchParams,
  authorization: string | null,
): Outcome<Credentials, "invalid_request" | "invalid_client"> {
  const clientId = form.get("client_id")
  const clientSecret = form.get("client_secret")
  if (authorization === null)
    return clientId && clientSecret ? accept({ clientId, clientSecret }) : unknownClient()
  if (clientSecret)
    return refuse("invalid_request", "Send id and secret in the header or in the form, not in both.")
  const basic = readBasic(authorization)
  if (!basic) return unknownClient()
  if (clientId && clientId !== basic.clientId)
    return refuse("invalid_request", "The client_id of the form is not that of the header.")
  return accept(basic)
}

/** The same words whether the id, the secret or both are wrong. */
export const unknownClient = (): Refused<"invalid_client"> =>
  refuse("invalid_client", "No living client has this id and secret.")

/** RFC 7617 with the extra step of RFC 6749, section 2.3.1: both parts are form-url-encoded first. */
function readBasic(header: string): Credentials | null {
  const encoded = /^\s*basic +([A-Za-z0-9+/]+={0,2})\s*$/i.exec(header)?.[1]
  if (!encoded) return null
  try {
    const octets = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    const text = new TextDecoder("utf-8", { fatal: true }).decode(octets)
    const colon = text.indexOf(":")
    const clientId = formDecoded(text.slice(0, colon))
    const clientSecret = formDecoded(text.slice(colon + 1))
    return colon > 0 && clientSecret ? { clientId, clientSecret } : null
  } catch {
    return null
  }
}

const formDecoded = (text: string): string => decodeURIComponent(text.replaceAll("+", " "))

/** The scopes of a token: all that the client may have, or the part of it that was asked for. */
export function decideScopes(
  asked: string | null,
  held: readonly Scope[],
): Outcome<readonly Scope[], "invalid_scope"> {
  const names = asked === null ? held : asked.split(" ")
  const granted = held.filter((scope) => names.includes(scope))
  if (granted.length > 0 && names.every((name) => (held as readonly string[]).includes(name)))
    return accept(granted)
  return refuse("invalid_scope", `This client may ask for: ${held.join(" ") || "nothing"}`)
}
