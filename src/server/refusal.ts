import { refusals, type RefusalBody, type RefusalCode } from '#contract/refusals'

/** An expected "no". Thrown anywhere below dispatch, met only there; the transaction it is thrown in rolls back. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly data?: Record<string, unknown>
  ) {
    super(refusals[code].message)
    this.name = 'Refusal'
  }

  get status() {
    return refusals[this.code].status
  }

  get body(): RefusalBody {
    return { code: this.code, message: this.message, ...(this.data && { data: this.data }) }
  }
}

/** Says no by name. */
export function refuse(code: RefusalCode, data?: Record<string, unknown>): never {
  throw new Refusal(code, data)
}

/** Refuses input that has the right shape but cannot be meant; `path` names the field, its value is never echoed. */
export function refuseInput(path: string, reason: string): never {
  throw new Refusal('bad-input', { faults: [{ path, reason }] })
}
