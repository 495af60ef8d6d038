/** Where this machine reaches a server that listens on the host. */
export function localAddress(host: string, port: number): string {
  const isEverywhere = host === "0.0.0.0" || host === "::"
  const name = isEverywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host
  return `http://${name}:${port}`
}
