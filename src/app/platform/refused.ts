import type { RefusalBody, RefusalCode } from '#contract/refusals'

/** The server said no, and says why. Its words are in `words/refusals.ts`. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode | 'unexpected',
    message: string,
    readonly data?: Record<string, unknown>,
    readonly requestId?: string
  ) {
    super(message)
    this.name = 'Refused'
  }
}

/** The server was not reached: nothing was decided, and trying again is safe. */
export class Offline extends Error {
  constructor() {
    super('The server was not reached.')
    this.name = 'Offline'
  }
}

export function refusedFrom(status: number, body: unknown, requestId?: string) {
  const said = (typeof body === 'object' && body !== null ? body : {}) as Partial<RefusalBody>
  return new Refused(said.code ?? 'unexpected', said.message ?? `HTTP ${status}`, said.data, requestId)
}
