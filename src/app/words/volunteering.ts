import type {
  AttendanceState,
  CertificateState,
  Grade,
  HourEntryState,
  PresenceSignal,
  SignUpState,
  Skill
} from '#contract/volunteering-states'
import type { IconName } from '#app/components/icon-names'

type Tone = 'good' | 'wait' | 'bad' | 'info'

interface StateWords {
  /** On chips and in lists. */
  word: string
  tone: Tone
  icon: IconName
  /** What a volunteer reads, with the next step in it. */
  sentence: string
}

const state = (word: string, tone: Tone, icon: IconName, sentence: string): StateWords => ({ word, tone, icon, sentence })

export const signUpWords: Record<SignUpState, StateWords> = {
  pending: state('待确认', 'wait', 'hourglass', '已收到报名，等组织者确认，打开同创就能看到。名额先为你留着。'),
  confirmed: state('已报名', 'good', 'done', '名额是你的了，到时候现场见。'),
  waitlisted: state('候补中', 'wait', 'clock', '前面有人让出名额，就按顺序给你留着。常打开同创看看，名额只留 2 小时（快开始时 30 分钟）。'),
  offered: state('有名额了', 'wait', 'bell', '有人让出了名额，先为你留着，请尽快决定。'),
  declined: state('已让出', 'info', 'undo', '这个名额已经让给下一位。想来还可以再报。'),
  cancelled_early: state('已退出', 'info', 'undo', '你提前退出了，没有任何影响。想来还可以再报。'),
  cancelled_late: state('临时取消', 'info', 'undo', '离开始不到 24 小时退出，记一次临时取消。'),
  cancelled_by_organiser: state('名额收回', 'bad', 'refused', '组织者收回了这个名额，不影响你的记录。想来还可以再报，排在原来的位置。'),
  present: state('在现场', 'good', 'pin', '已签到，结束时记得签退。'),
  attended: state('已参加', 'good', 'done', '谢谢你来过，时长在“我的志愿服务”里。'),
  no_show: state('没有到', 'bad', 'alert', '这一次没有签到。如果你到了，请说明情况。'),
  excused: state('请假', 'info', 'info', '已说明原因，不算缺席。'),
  rejected: state('未通过', 'bad', 'refused', '这次没有通过，看看别的时段。')
}

/** The whole shift was called off, whatever one's own sign-up says. */
export const calledOffWords = state('活动取消', 'bad', 'refused', '组织者取消了这个时段，不用来了，也不影响你的记录。')

export const attendanceWords: Record<AttendanceState, StateWords> = {
  none: state('未签到', 'info', 'clock', '还没有签到。'),
  checked_in: state('已签到', 'good', 'pin', '已签到，结束时记得签退，没有签退不算时长。'),
  checked_out: state('已签退', 'good', 'done', '已签退，等组织者核对出勤。'),
  open_checkout: state('没有签退', 'bad', 'alert', '没有签退，时长先记 0。说明情况，由工作人员核对。'),
  flagged: state('核查中', 'wait', 'eye', '这一次需要再核对，结果打开同创就能看到。'),
  disputed: state('有异议', 'wait', 'chat', '你的异议已收到，工作人员会再看。'),
  provisional: state('公示中', 'wait', 'hourglass', '时长正在公示，期满后确认。'),
  verified: state('已认定', 'good', 'done', '出勤已认定，时长已记下。'),
  adjusted: state('已更正', 'info', 'edit', '时长更正过，原因写在记录里。'),
  revoked: state('已撤销', 'bad', 'refused', '这一次不算时长。不同意的话，可以说明情况，工作人员会再看。')
}

interface GradeWords {
  word: string
  /** What the grade rests on, as somebody outside would ask. */
  sentence: string
}

export const gradeWords: Record<Grade, GradeWords> = {
  A: { word: '现场核实', sentence: '来和走都在现场核过（扫码加位置，或工作人员当面扫本人的码），中间还点过人数或确认过。可信度最高。' },
  B: { word: '扫码核实', sentence: '来和走都扫了码，没有位置，也没有点人数。' },
  C: { word: '只扫了一次码', sentence: '来或走时扫了一次码，另一次由工作人员作证。' },
  D: { word: '事后补录', sentence: '由工作人员补录，另一位工作人员核过。证明上会写明，不计入星级。' }
}

export const signalWords: Record<PresenceSignal, string> = {
  code: '扫现场的码',
  digits: '输 8 位数字',
  reverse: '工作人员当面扫码',
  card: '工作人员扫纸质卡',
  geofence: '位置在活动地点',
  'head-count': '现场点过人数',
  midway: '中途确认',
  word: '工作人员作证'
}

export const hourStateWords: Record<HourEntryState, StateWords> = {
  proposed: state('待审核', 'wait', 'hourglass', '等另一位工作人员审核。'),
  declined: state('未通过', 'bad', 'refused', '审核没有通过，不计时长。'),
  notice: state('公示中', 'wait', 'eye', '公示期内谁都可以提出异议，期满后确认。'),
  frozen: state('暂停', 'bad', 'pause', '有疑点或异议，先不计，核清后再算。'),
  final: state('已确认', 'good', 'done', '已经确认，可以开进证明。'),
  reversed: state('已扣回', 'bad', 'undo', '这一笔已经扣回，见对应的一笔。')
}

export const skillWords: Record<Skill, string> = {
  'first-aid': '急救',
  'sign-language': '手语',
  driving: '驾驶',
  teaching: '教学辅导',
  photography: '摄影',
  repair: '维修',
  haircut: '理发',
  law: '法律',
  psychology: '心理疏导',
  traffic: '交通引导'
}

export const certificateWords: Record<CertificateState, StateWords> = {
  valid: state('有效', 'good', 'done', '这张证明有效。'),
  superseded: state('已换新', 'info', 'history', '同一段时间开过更新的证明，请用新的。'),
  revoked: state('已撤销', 'bad', 'refused', '这张证明已经撤销。')
}

/** 1 to 3, as 志愿服务条例 Art. 12 wants it told. */
export const riskWords: Record<number, string> = { 1: '风险低', 2: '有些风险，已买保险', 3: '风险较高，已买保险' }

/** What activities are usually about; organisers may write their own. */
export const usualTopics = [
  '环境清洁',
  '文明交通',
  '敬老助老',
  '关爱儿童',
  '科普宣传',
  '文体活动',
  '助残帮扶',
  '便民服务',
  '应急救援'
] as const

const topicIcons: readonly (readonly [RegExp, IconName])[] = [
  [/清洁|环境|垃圾|卫生|河/, 'cleanliness'],
  [/交通|斑马线|路口/, 'conduct'],
  [/绿|树|花/, 'greenery'],
  [/老|助残|帮扶|关爱|儿童/, 'heart'],
  [/科普|宣传|教|读|讲/, 'bulb'],
  [/应急|急救|救援|平安|巡/, 'shield'],
  [/修|维/, 'tools']
]

export const iconForTopic = (topic: string): IconName => topicIcons.find(([words]) => words.test(topic))?.[1] ?? 'volunteer'

/** Why there is no "near me", and what does as well. */
export const nearWords = {
  refused: '没有拿到位置权限，按社区找也一样。',
  unavailable: '这会儿定不了位，按社区找也一样。'
} as const
