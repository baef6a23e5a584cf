import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { BusinessDate, Id, Instant, line, Nothing, onceKey, opaque } from '#contract/shapes'

/** What a grant may say of a person, always for an area, a unit, or both. Residents need no grant. */
export const roles = ['reviewer', 'dispatcher', 'handler', 'verifier', 'supervisor', 'liaison', 'organiser', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** The named demo cast; each signs in with one tap where `IDENTITY=demo`. */
export const personas = [
  'resident',
  'neighbour',
  'reviewer',
  'dispatcher',
  'handler',
  'verifier',
  'supervisor',
  'organiser',
  'editor',
  'admin'
] as const
export type Persona = (typeof personas)[number]

/** How a deployment knows who is calling; exactly one, never "whatever header is there". */
export const identityModes = ['demo', 'wx-login'] as const
export type IdentityMode = (typeof identityModes)[number]

/** The policy in force. A new version asks everybody again before the next thing that needs it. */
export const POLICY_VERSION = '2026-11-01'

export const Grant = v.object({
  grantId: Id,
  role: v.picklist(roles),
  areaId: v.optional(Id),
  areaName: v.optional(v.string()),
  unitId: v.optional(Id),
  unitName: v.optional(v.string())
})
export type Grant = v.InferOutput<typeof Grant>

export const Person = v.object({
  personId: Id,
  displayName: v.string(),
  grants: v.array(Grant),
  /** The policy version this person agreed to; absent before the first consent. */
  consentedPolicy: v.optional(v.string())
})
export type Person = v.InferOutput<typeof Person>

const Session = v.object({ token: v.string(), person: Person })

/** A name somebody goes by. */
const DisplayName = v.pipe(line(20), v.minLength(1))

const StaffMember = v.object({ personId: Id, displayName: v.string(), grants: v.array(Grant) })

export const people = {
  signInDemo: command({
    summary: 'Signs in as a persona of the demo city; a handle makes a distinct person of that persona.',
    isOpen: true,
    input: v.object({
      persona: v.picklist(personas),
      handle: v.optional(v.pipe(line(64), v.minLength(1)))
    }),
    output: Session,
    refusals: ['identity-mode']
  }),
  signInWeChat: command({
    summary: 'Exchanges a fresh wx.login code for a session (identity mode wx-login).',
    isOpen: true,
    input: v.object({ code: opaque(128) }),
    output: Session,
    refusals: ['identity-mode', 'wechat-refused', 'wechat-no-answer', 'wechat-setting']
  }),
  startDesktopSignIn: command({
    summary: 'Opens a desktop sign-in: shows a QR code that a signed-in phone confirms within 3 minutes.',
    isOpen: true,
    input: Nothing,
    output: v.object({ ticket: Id, secret: v.string(), shortCode: v.string(), qrSvg: v.string(), expiresAt: Instant })
  }),
  confirmDesktopSignIn: command({
    summary: 'The phone says yes to the desktop whose code it scanned.',
    input: v.object({ shortCode: v.pipe(line(64), v.minLength(6)) }),
    output: v.object({ isConfirmed: v.literal(true) }),
    refusals: ['ticket-expired']
  }),
  claimDesktopSignIn: command({
    summary: 'The desktop asks whether its code was confirmed; `session` is there once it was, and only once.',
    isOpen: true,
    input: v.object({ ticket: Id, secret: opaque(128) }),
    output: v.object({ session: v.optional(Session) }),
    refusals: ['ticket-expired']
  }),
  signOut: command({
    summary: 'Ends this session at once, in every process. Refused as `identity-mode` where WeChat itself says who calls.',
    input: Nothing,
    output: v.object({ endedAt: Instant }),
    refusals: ['identity-mode']
  }),
  signOutEverywhere: command({
    summary: 'Ends all my sessions at once, this one and those of desktops included.',
    input: Nothing,
    output: v.object({ endedAt: Instant })
  }),
  endSessionsOf: command({
    summary: 'Ends all sessions of somebody, for a lost phone or a desktop left open (admin).',
    input: v.object({ personId: Id }),
    output: v.object({ endedAt: Instant }),
    refusals: ['not-found']
  }),
  getMe: query({ summary: 'Who I am, what I may do, which policy I agreed to.', input: Nothing, output: Person }),
  renameMe: command({
    summary: 'Changes the name the city shows for me; of those with a role the city keeps the name.',
    input: v.object({ displayName: DisplayName }),
    output: Person,
    refusals: ['name-by-city', 'name-reserved', 'name-taken']
  }),
  giveConsent: command({
    summary: 'Records that I agree to this version of the privacy policy.',
    input: v.object({ policyVersion: opaque(20) }),
    output: v.object({ consentedPolicy: v.string(), at: Instant })
  }),
  exportMyData: query({
    summary: 'Everything kept about me, as one JSON document (个人信息保护法 Art. 45).',
    input: Nothing,
    output: v.object({ exportedAt: Instant, document: v.record(v.string(), v.unknown()) })
  }),
  deleteMyAccount: command({
    summary: 'Deletes my account; what must stay (cases, ledger lines) no longer leads to me (Art. 47).',
    input: v.object({ confirmation: v.literal('delete') }),
    output: v.object({ deletedAt: Instant }),
    refusals: ['last-admin']
  }),
  redeemInvitation: command({
    summary: 'Takes the role a one-time code stands for; whoever runs the deployment makes such a code for the first admin.',
    input: v.object({ code: v.pipe(line(40), v.minLength(6)) }),
    output: Grant,
    refusals: ['invitation-unknown']
  }),
  listStaff: query({
    summary: 'People with grants, for an admin.',
    input: Nothing,
    output: v.object({ staff: v.array(StaffMember) })
  }),
  findPeople: query({
    summary: 'People whose displayed name begins so, with their grants; at most 20 (admin).',
    input: v.object({ name: v.pipe(line(20), v.minLength(1)) }),
    output: v.object({ people: v.array(StaffMember), isMore: v.boolean() }),
    refusals: ['not-found']
  }),
  grantRole: command({
    summary:
      'Gives a person a role for an area, a unit or both, and confirms the name they go by (admin). The same grant again is the same.',
    input: v.object({
      ...onceKey,
      personId: Id,
      role: v.picklist(roles),
      areaId: v.optional(Id),
      unitId: v.optional(Id),
      /** The name the city confirms; absent: the one they go by now. */
      displayName: v.optional(DisplayName)
    }),
    output: Grant,
    refusals: ['not-found', 'name-taken']
  }),
  renameStaff: command({
    summary: 'Changes the name of somebody who has a role (admin).',
    input: v.object({ personId: Id, displayName: DisplayName }),
    output: v.object({ personId: Id, displayName: v.string() }),
    refusals: ['not-found', 'name-taken']
  }),
  revokeRole: command({
    summary: 'Takes a grant back (admin).',
    input: v.object({ grantId: Id }),
    output: v.object({ revokedOn: BusinessDate }),
    refusals: ['not-found', 'last-admin']
  })
}
