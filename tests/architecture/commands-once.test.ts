import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { api } from '#contract/api'
import type { OperationMeta } from '#contract/operation'

interface Said {
  meta: OperationMeta
  inputSchema?: { entries?: Record<string, unknown>; pipe?: readonly { entries?: Record<string, unknown> }[] }
}

const commands = Object.entries(api).flatMap(([noun, all]) =>
  Object.entries<{ '~orpc': Said }>(all as never)
    .filter(([, one]) => one['~orpc'].meta.kind === 'command')
    .map(([name, one]) => ({ name: `${noun}/${name}`, schema: one['~orpc'].inputSchema }))
)
const hasKey = ({ schema }: (typeof commands)[number]) =>
  [schema, ...(schema?.pipe ?? [])].some(part => part?.entries !== undefined && 'idempotencyKey' in part.entries)

/** Why a command without a key makes nothing twice when it is sent twice. */
const reasons = {
  'before signing in': ['people/signInDemo', 'people/signInWeChat', 'people/startDesktopSignIn', 'people/claimDesktopSignIn'],
  'says how something is from now on: again it is the same': [
    'people/renameMe',
    'people/renameStaff',
    'people/giveConsent',
    'places/importAreas',
    'places/keepAreas',
    'places/keepUnit',
    'reports/keepCategory',
    'points/chooseBoard',
    'quizzes/chooseRanking',
    'quizzes/suspendFact',
    'quizzes/setInterviewers',
    'reports/publishReport',
    'reports/unpublishReport',
    'reports/saveCalendarDays',
    'reports/removeCalendarDays',
    'volunteering/saveMyProfile',
    'volunteering/leaveVolunteering',
    'volunteering/joinTeam',
    'volunteering/setTeamLeader',
    'volunteering/renewTeamCode',
    'volunteering/saveActivity',
    'volunteering/saveShift'
  ],
  'ends something, once': [
    'people/signOut',
    'people/signOutEverywhere',
    'people/endSessionsOf',
    'people/deleteMyAccount',
    'people/revokeRole',
    'places/undoImport',
    'places/retireAreas',
    'places/retireUnit',
    'reports/retireCategory',
    'points/cancelRedemption',
    'volunteering/cancelShift',
    'volunteering/cancelActivity',
    'volunteering/revokeCertificate',
    'volunteering/leaveShift',
    'volunteering/retireOrganisation',
    'volunteering/removeTeamMember',
    'quizzes/giveBackInterviews'
  ],
  'moves something from one state to the next, once': [
    'people/confirmDesktopSignIn',
    'people/redeemInvitation',
    'points/confirmRedemption',
    'points/markRedemptionReady',
    'points/fulfilRedemption',
    'points/approveAdjustment',
    'points/freezePoints',
    'quizzes/finishAttempt',
    'quizzes/openWave',
    'quizzes/closeWave',
    'quizzes/reportWave',
    'quizzes/drawSample',
    'volunteering/respondToOffer',
    'volunteering/submitActivity',
    'volunteering/publishActivity',
    'volunteering/returnActivity',
    'volunteering/verifyOrganisation',
    'volunteering/decideSignUp',
    'volunteering/decideCoolDown',
    'volunteering/verifyAttendance',
    'volunteering/approveHours',
    'volunteering/reverseHours',
    'volunteering/settleActivity',
    'volunteering/decideFlag',
    'volunteering/decideAudit'
  ],
  'names the version it changes': [
    'points/saveReward',
    'points/moveReward',
    'points/countStock',
    'quizzes/publishContest',
    'quizzes/cancelContest',
    'quizzes/moveQuestion'
  ],
  'there is one of it for whom or what it names': [
    'volunteering/joinTeamByCode',
    'quizzes/startDaily',
    'quizzes/startTopic',
    'quizzes/startMistakes',
    'quizzes/startChallenge',
    'quizzes/startContest',
    'quizzes/answerItem',
    'quizzes/answerWave',
    'quizzes/logNonResponse',
    'reports/followReport',
    'reports/rateReport',
    'volunteering/checkIn',
    'volunteering/checkOut',
    'volunteering/confirmMidway',
    'volunteering/disputeHours',
    'volunteering/appealCoolDown',
    'volunteering/enterHeadCount',
    'volunteering/scanVolunteer',
    'volunteering/syncScans'
  ],
  'its answer holds tokens that are kept nowhere; another sending makes others and ends the first': ['quizzes/renewTokens']
}

test('a command either takes a key that belongs to what it makes, or makes nothing when it is sent again', () => {
  const without = new Set(Object.values(reasons).flat())
  // A new command: let it take `onceKey`, or say above why it needs none.
  expect(commands.filter(one => !hasKey(one) && !without.has(one.name)).map(({ name }) => name)).toEqual([])
  expect(commands.filter(one => hasKey(one) && without.has(one.name)).map(({ name }) => name)).toEqual([])
  expect([...without].filter(name => !commands.some(one => one.name === name))).toEqual([])
})

test('whatever creates, adds, copies or proposes takes a key', () => {
  const makers = commands.filter(
    ({ name }) => /\/(create|add|copy|propose|submit|issue|import(?!Areas))/.test(name) && name !== 'volunteering/submitActivity'
  )
  expect(makers.length).toBeGreaterThan(6)
  expect(makers.filter(one => !hasKey(one)).map(({ name }) => name)).toEqual([])
})

/** Where a key must be there the compiler sees to it. */
const mayLeaveItOut = ({ schema }: (typeof commands)[number]) =>
  [schema, ...(schema?.pipe ?? [])].some(part => (part?.entries?.idempotencyKey as { type?: string } | undefined)?.type === 'optional')

test('the app sends a key with every command that takes one', () => {
  const keyed = commands.filter(mayLeaveItOut).map(({ name }) => `call.${name.replace('/', '.')}(`)
  const files = readdirSync('src/app', { recursive: true, withFileTypes: true }).filter(
    entry => entry.isFile() && /\.tsx?$/.test(entry.name)
  )
  const bare: string[] = []
  let sent = 0
  for (const entry of files) {
    const source = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const calling of keyed)
      for (let at = source.indexOf(calling); at >= 0; at = source.indexOf(calling, at + 1)) {
        sent += 1
        if (!/idempotencyKey|sendOnce\(/.test(source.slice(Math.max(0, at - 200), at + 200))) bare.push(`${entry.name}: ${calling}`)
      }
  }
  expect(sent).toBeGreaterThan(12)
  expect(bare).toEqual([])
})
