const escaped: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => escaped[letter] ?? letter)

const body = "font: 14px/20px system-ui, sans-serif; max-width: 60ch; margin: 15vh auto; padding: 0 24px"

/** A page that needs nothing of the product: what happened, that nothing is lost, and the way back. */
export function unavailablePage(from: string): string {
  const back = escapeHtml(from)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="3; url=${back}">
<title>One moment · CS-Ops</title></head>
<body style="${body}"><main><h1 style="font-size: 20px; line-height: 28px">One moment</h1>
<p>The database does not answer right now. Nothing that was saved is lost. This page tries again every three seconds.</p>
<p><a href="${back}" style="color: inherit">Try again now</a></p></main></body></html>
`
}
