import { pino, type Logger } from 'pino'

/** Never in a log: who it is, where they are, how to reach or be them. */
const SECRETS = [
  'openid',
  'phone',
  'token',
  'secret',
  'authorization',
  'cookie',
  'code',
  'longitude',
  'latitude',
  'point',
  'position',
  'text',
  'note'
]

const paths = SECRETS.flatMap(name => [name, `*.${name}`, `*.*.${name}`, `*["${name}"]`])

/** The one logger: JSON lines with redaction. An error is logged by type, message and stack, never with the values of a query. */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...paths, 'req.headers.authorization', 'req.headers.cookie', 'req.headers["x-wx-openid"]'], censor: '[redacted]' },
    serializers: { err: describeFault }
  }
  return destination ? pino(options, destination) : pino(options)
}

/** Drizzle puts the parameters of a failed query into its message; they may be anybody's words. */
export function describeFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { type: typeof fault }
  const message = fault.message.replace(/\nparams:[\s\S]*/, '')
  const cause = fault.cause === undefined ? {} : { cause: describeFault(fault.cause) }
  const code = 'code' in fault && typeof fault.code === 'string' ? { faultCode: fault.code } : {}
  const stack = (fault.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 12)
  return { type: fault.name, message, ...code, ...cause, stack }
}
