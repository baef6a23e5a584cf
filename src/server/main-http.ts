import { readSettings, SettingsFault } from '#server/settings'
import { createLogger } from '#server/logger'
import { StartFault } from '#server/start-fault'
import { startProduct } from '#server/start-product'

async function main() {
  const settings = readSettings(process.env)
  const log = createLogger(settings.LOG_LEVEL)
  const starting = startProduct(settings, log, line => process.stdout.write(`${line}\n`))
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    starting
      .then(running => running.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1)
      )
  }
  // Before it says that it is ready: whoever reads that may stop it in the same moment.
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  await starting
}

main().catch((fault: unknown) => {
  // A fault of the settings is a sentence a newcomer can act on; everything else keeps its stack.
  const isPlain = fault instanceof SettingsFault || fault instanceof StartFault
  process.stderr.write(`${isPlain ? fault.message : fault instanceof Error ? fault.stack : String(fault)}\n`)
  process.exit(1)
})
