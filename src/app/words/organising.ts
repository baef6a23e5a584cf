import type { ActivityState, AttendanceState, FlagKind, PresencePhase, SignUpState } from '#contract/volunteering-states'
import type { IconName } from '#app/components/icon-names'
import type { StateTone } from '#app/words/report-states'
import { distanceWords } from '#app/words/time-words'

interface Words {
  word: string
  tone: StateTone
  icon?: IconName
}

export const activityStateWords: Record<ActivityState, Words> = {
  draft: { word: '草稿', tone: 'info', icon: 'edit' },
  in_review: { word: '待审核', tone: 'wait', icon: 'inbox' },
  published: { word: '招募中', tone: 'good', icon: 'volunteer' },
  running: { word: '进行中', tone: 'good', icon: 'hourglass' },
  ended: { word: '待结算', tone: 'wait', icon: 'clock' },
  settled: { word: '已结算', tone: 'info', icon: 'done' },
  archived: { word: '已归档', tone: 'info', icon: 'lock' },
  cancelled: { word: '已取消', tone: 'bad', icon: 'refused' }
}

/** How staff speak of a sign-up; its own words to the volunteer are in `words/volunteering.ts`. */
export const staffSignUpWords: Record<SignUpState, Words> = {
  pending: { word: '等你同意', tone: 'wait', icon: 'inbox' },
  confirmed: { word: '已报名', tone: 'info', icon: 'check' },
  waitlisted: { word: '候补', tone: 'wait', icon: 'hourglass' },
  offered: { word: '名额保留中', tone: 'wait', icon: 'clock' },
  declined: { word: '没要名额', tone: 'info', icon: 'undo' },
  cancelled_early: { word: '已取消', tone: 'info', icon: 'undo' },
  cancelled_late: { word: '临时取消', tone: 'bad', icon: 'undo' },
  cancelled_by_organiser: { word: '由我们取消', tone: 'info', icon: 'undo' },
  present: { word: '在场', tone: 'good', icon: 'pin' },
  attended: { word: '参加了', tone: 'good', icon: 'done' },
  no_show: { word: '没到', tone: 'bad', icon: 'refused' },
  excused: { word: '已谅解', tone: 'info', icon: 'heart' },
  rejected: { word: '没同意', tone: 'bad', icon: 'refused' }
}

export const staffAttendanceWords: Record<AttendanceState, Words> = {
  none: { word: '还没到', tone: 'info', icon: 'clock' },
  checked_in: { word: '在场', tone: 'good', icon: 'pin' },
  checked_out: { word: '待认定', tone: 'wait', icon: 'inbox' },
  open_checkout: { word: '没有签退', tone: 'bad', icon: 'question' },
  flagged: { word: '有疑点', tone: 'bad', icon: 'flag' },
  disputed: { word: '本人有异议', tone: 'bad', icon: 'chat' },
  provisional: { word: '公示中', tone: 'info', icon: 'eye' },
  verified: { word: '已认定', tone: 'good', icon: 'done' },
  adjusted: { word: '已更正', tone: 'info', icon: 'edit' },
  revoked: { word: '不予认定', tone: 'bad', icon: 'refused' }
}

export const phaseWords: Record<PresencePhase, string> = { in: '签到', midway: '中途', out: '签退' }

/** What the machine noticed, and what one looks at to decide. */
export const flagWords: Record<FlagKind, { word: string; line: string }> = {
  'shared-device': { word: '一部手机多人签到', line: '问一问是不是帮别人代签，还是家里老人没有手机。' },
  teleport: { word: '移动快得不合常理', line: '两处签到隔得太远、时间太近，看看哪一处是真的。' },
  'overlapping-attendance': { word: '同一时间在两处', line: '两个时段的时间重叠，只能有一处是真的。' },
  'created-after-start': { word: '活动开始后才建', line: '先有活动才有服务，问清楚为什么补建。' },
  'typed-too-soon': { word: '刚建活动就录时长', line: '活动建好几分钟就有了时长，对一对照片和人。' },
  'typed-share': { word: '补录占比过高', line: '这个组织靠录入的时长太多，看看为什么不用签到。' },
  'same-minute': { word: '很多人同一分钟签到', line: '可能是排队，也可能是一个人操作，问问现场。' },
  'night-entry': { word: '深夜录入', line: '在不办公的时间成批录入，问清楚是谁录的。' },
  'head-count': { word: '点的人数对不上', line: '现场人数和签到人数差得多，看看差的是谁。' }
}

type Fact = string | number

/** What a flag saw, as somebody would say it; what is not here is not shown, for a bare number tells nobody anything. */
const factSentences: Record<string, (value: Fact) => string> = {
  people: value => `涉及 ${value} 人`,
  phase: value => `在${value === 'out' ? '签退' : '签到'}时`,
  distanceMetres: value => `两处相距 ${distanceWords(Number(value))}`,
  speedKmh: value => `要走到每小时 ${value} 公里`,
  overlapMinutes: value => `重叠 ${value} 分钟`,
  minutesAfterCreation: value => `活动建好 ${value} 分钟就录入`,
  minutesAfterEnd: value => `时段结束 ${value} 分钟就录入`,
  minutesAfterStart: value => `开始 ${value} 分钟后才建`,
  hour: value => `${value} 点录入`,
  sharePercent: value => `补录占 ${value}%`,
  typedMinutes: value => `补录 ${value} 分钟`,
  counted: value => `点到 ${value} 人`,
  present: value => `签到在场 ${value} 人`
}

export const factsSentence = (facts: Readonly<Record<string, Fact>>) =>
  Object.entries(factSentences)
    .flatMap(([name, say]) => (facts[name] === undefined ? [] : [say(facts[name])]))
    .join('，')

/** What still keeps an activity from being published, by the names the server gives. */
const gateWords: Record<string, string> = {
  organisation: '办活动的组织还没有核实，请市里先核实',
  staff: '原来的组织者已经注销，请换一位同事照样再办',
  'risk-note': '写上要注意的危险',
  insurance: '风险二级以上要填保险单号',
  site: '在地图上指出地点和范围',
  shifts: '至少排一个时段',
  'shift-length': '每个时段不超过 8 小时',
  'shift-in-past': '有时段已经开始，改到以后'
}

export const gateSentence = (gate: string) => gateWords[gate] ?? '还有一项没有填全'

/** 1 to 3, as an organiser chooses. */
export const riskChoices: Record<number, { word: string; line: string }> = {
  1: { word: '一级', line: '平常的事，如捡拾垃圾、陪伴、宣传' },
  2: { word: '二级', line: '要当心，如路口引导、登高擦洗，要有保险' },
  3: { word: '三级', line: '有危险，如水边、应急，要有保险和专人' }
}
