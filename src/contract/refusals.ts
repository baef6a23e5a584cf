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
  'not-a-document': { status: 415, message: 'The bytes are neither a picture nor an XLSX workbook nor a plain text.' },
  'not-utf-8': { status: 415, message: 'The text is written neither in UTF-8 nor in GB18030.' },
  'document-too-large': { status: 413, message: 'A table or text to import is larger than 2 MB, or unpacks to too much.' },
  'unit-does-not-cover': { status: 422, message: 'This unit does not cover this category in this area.' },
  'already-followed': { status: 409, message: 'You follow this report already.' },
  'already-done': { status: 409, message: 'This was done before and is done once.' },
  'consent-needed': { status: 403, message: 'Agree to the current privacy policy first.' },
  'identity-mode': { status: 403, message: 'This way of signing in is not open in this deployment.' },
  'wechat-refused': { status: 422, message: 'WeChat did not accept the code; fetch a new one.' },
  'ticket-expired': { status: 410, message: 'The sign-in code is too old; show a new one.' },
  'shift-not-found': { status: 404, message: 'There is no such shift, or it is not yours.' },
  'shift-closed': { status: 409, message: 'The shift is cancelled or over, or this is not the time for it.' },
  'activity-not-published': { status: 409, message: 'The activity is not published.' },
  'already-joined': { status: 409, message: 'You signed up for this shift before; a shift is joined once.' },
  'overlapping-shift': { status: 409, message: 'Another shift of this person is at the same time, travel included.' },
  'too-young': { status: 422, message: 'Younger than this shift takes.' },
  'too-old': { status: 422, message: 'Older than this shift takes.' },
  'profile-needed': { status: 422, message: 'This shift has an age or skill gate; fill in the volunteer profile first.' },
  'guardian-needed': { status: 422, message: 'Under 14 a guardian agrees first.' },
  'skill-needed': { status: 422, message: 'This shift needs a skill the profile does not name.' },
  'cool-down': { status: 403, message: 'After late cancellations or no-shows, one live sign-up at a time for some days.' },
  'sign-up-after-start': { status: 409, message: 'The shift had begun before the sign-up was made.' },
  'not-joined': { status: 409, message: 'Not signed up for this shift.' },
  'offer-over': { status: 410, message: 'The offer is over or was never made.' },
  'not-checked-in': { status: 409, message: 'Check in first.' },
  'code-expired': { status: 410, message: 'The code is too old or wrong; read the present one.' },
  'code-wrong-shift': { status: 409, message: 'The code belongs to another shift, phase or purpose.' },
  'code-used': { status: 409, message: 'The code was used before.' },
  'outside-site': { status: 422, message: 'The position lies outside the site.' },
  'same-person': { status: 409, message: 'This needs a second person, or somebody other than oneself.' },
  'gates-not-met': { status: 422, message: 'Something that publishing needs is missing; see `data.gates`.' },
  'shift-in-past': { status: 422, message: 'A shift cannot begin in the past.' },
  'activity-over': { status: 409, message: 'The activity is over.' },
  'below-taken': { status: 409, message: 'More seats are taken than that; see `data.releases`.' },
  'shift-full': { status: 409, message: 'No free seat is left; an offered seat is kept for whom it was offered to.' },
  'not-asked': { status: 409, message: 'The system has not asked for this yet.' },
  'note-needed': { status: 422, message: 'A note that explains it is needed.' },
  'higher-approval': { status: 403, message: 'More than a day’s limit: a higher role approves; see `data.role`.' },
  'attendance-flagged': { status: 409, message: 'A flag freezes this attendance; decide the flag first.' },
  'shift-not-over': { status: 409, message: 'The shift is not over yet.' },
  'evidence-needed': { status: 422, message: 'Typed-in hours need a photo as evidence.' },
  'over-limit': { status: 409, message: 'Over the limit; see `data.limit`.' },
  'undecided-left': { status: 409, message: 'Some attendances are not decided yet.' },
  'attempt-not-found': { status: 404, message: 'There is no such attempt, or it is not yours.' },
  'attempt-closed': { status: 409, message: 'The attempt is over.' },
  'attempt-expired': { status: 410, message: 'The time for this was over.' },
  'item-not-in-attempt': { status: 409, message: 'This item is not one of this attempt.' },
  'already-answered': { status: 409, message: 'This item has another answer already; answers are locked.' },
  'nothing-to-practise': { status: 409, message: 'There is nothing to practise here.' },
  'token-unknown': { status: 404, message: 'There is no such link, or it does not work now.' },
  'token-used': { status: 409, message: 'This link was answered before; each works once.' },
  'question-faults': { status: 422, message: 'The question is not well formed; see `data.faults`.' },
  'import-faults': { status: 422, message: 'Nothing was taken: some rows have faults; see `data.faults`.' },
  'nothing-to-certify': { status: 409, message: 'No final minutes lie in this period.' }
} as const satisfies Record<string, { status: number; message: string }>

export type RefusalCode = keyof typeof refusals

/** The body of every refusal. `data` never repeats what was sent in. */
export interface RefusalBody {
  code: RefusalCode | 'unexpected'
  message: string
  data?: Record<string, unknown>
}
