/**
 * Every expected "no" of the product, with the HTTP status it travels under. The words people read stand in
 * `src/app/words/refusals.ts`, one sentence a code. `message` in the reply is English, for whoever calls the API.
 */
export const refusals = {
  'bad-input': { status: 400, message: 'The input does not have the shape this operation takes.' },
  'not-signed-in': { status: 401, message: 'Sign in first.' },
  'not-found': { status: 404, message: 'There is no such thing here, or it is not yours.' },
  'too-many': { status: 429, message: 'Too many in a short time; wait a little.' },
  'stale-version': { status: 409, message: 'It changed since you saw it; read it again.' },
  'move-not-allowed': { status: 409, message: 'This move is not allowed from here, or not for you.' },
  'outside-area': { status: 422, message: 'The point lies outside every grid of this city.' },
  'same-key-other-content': { status: 409, message: 'This idempotency key was used with other content.' },
  'not-an-image': { status: 415, message: 'The bytes are not a JPEG, PNG or WebP picture.' },
  'file-too-large': { status: 413, message: 'Larger than 20 MB, or more than 40 megapixels.' },
  'unit-does-not-cover': { status: 422, message: 'This unit does not cover this category in this area.' },
  'already-followed': { status: 409, message: 'You follow this report already.' },
  'already-done': { status: 409, message: 'This was done before and is done once.' },
  'consent-needed': { status: 403, message: 'Agree to the current privacy policy first.' },
  'identity-mode': { status: 403, message: 'This way of signing in is not open in this deployment.' },
  'wechat-refused': { status: 422, message: 'WeChat did not accept the code; fetch a new one.' },
  'ticket-expired': { status: 410, message: 'The sign-in code is too old; show a new one.' }
} as const satisfies Record<string, { status: number; message: string }>

export type RefusalCode = keyof typeof refusals

/** The body of every refusal. `data` never repeats what was sent in. */
export interface RefusalBody {
  code: RefusalCode | 'unexpected'
  message: string
  data?: Record<string, unknown>
}
