import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { chromium } from "@playwright/test"

export type Browser = {
  readonly from: "system" | "playwright" | "npm"
  readonly executablePath: string
  readonly args: readonly string[]
  /** Added to the environment of the browser alone. */
  readonly env: Readonly<Record<string, string>>
}

/** A closed network and, in a container, root: nothing to fetch, nothing to sandbox with. */
const quietArgs = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
]

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

const starts = (path: string, env: Readonly<Record<string, string>> = {}): boolean =>
  spawnSync(path, ["--version"], { env: { ...process.env, ...env }, timeout: 30_000 }).status === 0

/**
 * The browser of the journeys: one of the system, else the one Playwright downloaded, else the one that an npm
 * package carries, so that a machine that reaches nothing but its package registry can run them.
 * `CSOPS_CHROMIUM` (system, playwright, npm) asks for one of them.
 */
export async function chooseChromium(wanted = process.env.CSOPS_CHROMIUM): Promise<Browser> {
  const found = { system: systemBrowser, playwright: playwrightBrowser, npm: packagedBrowser }
  for (const [from, find] of Object.entries(found)) {
    if (wanted && wanted !== from) continue
    const browser = await find()
    if (browser) return browser
  }
  throw new Error(
    `No Chromium was found${wanted ? ` for CSOPS_CHROMIUM=${wanted}` : ""}. Install one (apt-get install chromium, ` +
      "or `npx playwright install chromium`). The packaged one needs Linux on x64.",
  )
}

function systemBrowser(): Browser | null {
  const executablePath = systemPaths.find((path) => existsSync(path) && starts(path))
  return executablePath ? { from: "system", executablePath, args: quietArgs, env: {} } : null
}

function playwrightBrowser(): Browser | null {
  const executablePath = chromium.executablePath()
  if (!existsSync(executablePath) || !starts(executablePath)) return null
  return { from: "playwright", executablePath, args: quietArgs, env: {} }
}

async function packagedBrowser(): Promise<Browser | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null
  const folder = await unpacked()
  const executablePath = join(folder, "chromium")
  const hasFonts = existsSync("/etc/fonts/fonts.conf") && existsSync("/usr/share/fonts")
  const fonts = hasFonts ? {} : { FONTCONFIG_PATH: join(folder, "fonts") }
  const libraries = { LD_LIBRARY_PATH: join(folder, "al2023/lib") }
  // The package brings NSS, NSPR and expat for machines without them; the system's own are newer where they exist.
  const env = [fonts, { ...fonts, ...libraries }].find((each) => starts(executablePath, each))
  if (!env) throw new Error(`${executablePath} does not start: ldd names the missing libraries.`)
  // Of the package's own arguments only what its build needs: the others switch off the web's security, which is
  // under test here, or run all pages in one process.
  return { from: "npm", executablePath, args: [...quietArgs, "--no-zygote"], env }
}

const fontList = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`

/** The package's files, unpacked once beside it. Whole or not at all: they are made elsewhere and renamed. */
async function unpacked(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium")
  const packageFolder = dirname(dirname(realpathSync(entry)))
  const folder = join(packageFolder, "unpacked")
  if (existsSync(folder)) return folder
  const { inflate } = await import("@sparticuz/chromium")
  const making = mkdtempSync(join(packageFolder, "unpacking-"))
  const outside = process.env.TMPDIR
  // The package unpacks into the folder for temporary files, which other accounts share.
  process.env.TMPDIR = making
  if (tmpdir() !== making) throw new Error("The folder for temporary files cannot be chosen.")
  try {
    const archives = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]
    for (const archive of archives) await inflate(join(packageFolder, "bin", archive))
    // Its own list of fonts names the folder for temporary files; without a font the browser ends itself.
    writeFileSync(join(making, "fonts/fonts.conf"), fontList(join(folder, "fonts")))
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  } finally {
    if (outside === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = outside
  }
  return folder
}
