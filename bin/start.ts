import { openInstallation } from "./launcher/installation.ts"
import { launch } from "./launcher/launch.ts"
import { listenForStop } from "./launcher/stop-request.ts"
import { runProgram } from "./processes/run-program.ts"

const print = (line: string) => console.log(line)

await runProgram(() => launch({ installation: openInstallation(process.env), stop: listenForStop(), print }))
