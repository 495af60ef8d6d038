const form = /^[^\s@\p{Cc}]{1,64}@[a-z0-9.-]{1,253}$/u

/**
 * The form under which an e-mail address is looked up: trimmed and lower case. Null when the text is no
 * address. Look-alike characters (a full-width @) are not folded into ASCII, so they match nothing.
 */
export function emailKey(text: string): string | null {
  const key = text.trim().toLowerCase()
  return form.test(key) ? key : null
}
