import type { DemoPlayer } from '#server/demo/demo-stage'
import { momentOf } from '#server/demo/demo-timeline'

/** How somebody proved being there: by the code on site (with or without a position), by staff scanning them, or not at all. */
export type DemoArrival = 'code' | 'code-without-position' | 'reverse' | 'none'

export interface DemoVolunteer {
  who: DemoPlayer
  in?: DemoArrival
  out?: DemoArrival
  /** Minutes after the start and before the end. */
  late?: number
  early?: number
  /** The phone that was used, where it is told. */
  device?: string
  /** Left again before the shift, so many hours ahead. */
  leaves?: number
}

export interface DemoShift {
  /** Days from today; negative where it is over. */
  day: number
  from: string
  to: string
  capacity: number
  position?: string
  minAge?: number
  volunteers: readonly DemoVolunteer[]
  /** What the organiser counted, against who was checked in; the true number where it is left out. */
  counted?: number | 'nobody-counted'
}

export interface DemoActivity {
  key: string
  title: string
  topic: string
  community: string
  /** From the centre of the community, in degrees. */
  offset?: readonly [number, number]
  description: string
  meetingPlace: string
  riskLevel: 1 | 2
  riskNote: string
  insuranceNumber?: string
  bring: string
  needsApproval?: boolean
  shifts: readonly DemoShift[]
  /** Typed in afterwards, late in the evening: what the integrity board is for. */
  typedIn?: { who: readonly DemoPlayer[]; minutes: number; at: string; reason: string }
  /** Still waits for its reviewer. */
  isInReview?: boolean
}

const crowd = (...numbers: readonly number[]) => numbers.map(n => `crowd-${n}`)
const by = (arrival: DemoArrival, ...who: readonly DemoPlayer[]): DemoVolunteer[] =>
  who.map((one, n) => ({ who: one, in: arrival, out: arrival, late: n % 3, early: n % 2 }))
const signedUp = (...who: readonly DemoPlayer[]): DemoVolunteer[] => who.map(one => ({ who: one }))

/** The running one begins an hour ago, whatever the time of day: a newcomer can check in at once. */
export const RUNNING = 'service-day'

/** Twelve activities: six settled or being settled, one running now, four to come, one in review. Three of them are not honest. */
export const demoActivities: readonly DemoActivity[] = [
  {
    key: 'river-walk',
    title: '周末净河行动',
    topic: '环境清洁',
    community: 'demo-community-2-1',
    description: '沿河捡拾塑料瓶和包装袋，分好类再送走。',
    meetingPlace: '河堤步道起点',
    riskLevel: 2,
    riskNote: '不下水，不翻护栏；雨后石阶滑，慢一点走。',
    insuranceNumber: 'DEMO-2026-0117',
    bring: '水杯、遮阳帽；手套和夹子现场发',
    shifts: [{ day: -26, from: '08:30', to: '11:00', capacity: 12, volunteers: by('code', 'resident', 'neighbour', ...crowd(1, 2, 3, 4)) }]
  },
  {
    key: 'haircuts',
    title: '爱心理发进社区',
    topic: '敬老助老',
    community: 'demo-community-1-1',
    description: '为行动不便的老人理发，陪着聊聊天。',
    meetingPlace: '桂花社区活动室',
    riskLevel: 1,
    riskNote: '剪刀用完收好，扶老人起身时先站稳。',
    bring: '一份耐心',
    shifts: [{ day: -21, from: '14:00', to: '16:30', capacity: 8, volunteers: by('reverse', 'neighbour', ...crowd(5, 6, 7)) }]
  },
  {
    key: 'crossing',
    title: '早高峰文明交通引导',
    topic: '文明交通',
    community: 'demo-community-1-1',
    description: '在路口提醒行人和电动车看红绿灯、红灯停在线外、戴好头盔。',
    meetingPlace: '桂花路口东北角',
    riskLevel: 2,
    riskNote: '站在路缘石以内，穿反光背心，不拦车。',
    insuranceNumber: 'DEMO-2026-0121',
    bring: '背心和旗子现场发',
    shifts: [
      { day: -17, from: '07:20', to: '09:00', capacity: 6, volunteers: by('code', 'resident', ...crowd(8, 9, 10)) },
      { day: -17, from: '17:00', to: '18:40', capacity: 6, volunteers: by('code-without-position', 'neighbour', ...crowd(11, 12)) }
    ]
  },
  {
    key: 'reading-aloud',
    title: '陪爷爷奶奶读报',
    topic: '敬老助老',
    community: 'demo-community-1-2',
    description: '读报、写信、教用手机，陪老人过一个下午。',
    meetingPlace: '柳荫社区日间照料室',
    riskLevel: 1,
    riskNote: '老人身体不适时先叫工作人员。',
    bring: '老花镜、手机',
    shifts: [
      {
        day: -12,
        from: '14:30',
        to: '17:00',
        capacity: 8,
        volunteers: [...by('reverse', 'neighbour', ...crowd(13, 14)), { who: 'resident', in: 'reverse', out: 'none' }]
      }
    ]
  },
  {
    key: 'drowning',
    title: '防溺水宣传进小区',
    topic: '科普宣传',
    community: 'demo-community-2-2',
    description: '发防溺水告知书，检查塘边警示牌和救生圈。',
    meetingPlace: '南塘社区门口',
    riskLevel: 2,
    riskNote: '不靠近没有护栏的水边。',
    insuranceNumber: 'DEMO-2026-0129',
    bring: '雨伞',
    shifts: [
      { day: -9, from: '16:00', to: '18:00', capacity: 10, volunteers: [...by('code', ...crowd(15, 16)), ...signedUp(...crowd(17, 18))] }
    ],
    typedIn: { who: crowd(17, 18), minutes: 120, at: '23:40', reason: '当天忘了扫码' }
  },
  {
    key: 'stairwells',
    title: '清理楼道杂物',
    topic: '环境清洁',
    community: 'demo-community-2-1',
    description: '和楼长一起把楼道里的杂物搬走，通道畅通。',
    meetingPlace: '石榴社区 3 号楼下',
    riskLevel: 1,
    riskNote: '重物两人一起抬，戴好手套。',
    bring: '穿不怕脏的旧衣服来，带劳保手套',
    shifts: [
      {
        day: -6,
        from: '09:00',
        to: '11:00',
        capacity: 10,
        volunteers: [
          ...by('code', ...crowd(1, 19)),
          { who: 'crowd-20', in: 'code', out: 'code', device: 'phone-of-one', late: 1 },
          { who: 'crowd-2', in: 'code', out: 'code', device: 'phone-of-one', late: 1 },
          { who: 'crowd-3', in: 'code', out: 'code', device: 'phone-of-one', late: 2 }
        ]
      }
    ]
  },
  {
    key: 'books',
    title: '图书角整理日',
    topic: '文体活动',
    community: 'demo-community-1-1',
    description: '给图书编号、修补、上架，给孩子读一本。',
    meetingPlace: '桂花社区图书角',
    riskLevel: 1,
    riskNote: '上高处取书用梯子，有人扶。',
    bring: '水杯',
    shifts: [
      { day: -4, from: '14:00', to: '17:00', capacity: 10, volunteers: by('code-without-position', ...crowd(4, 5, 6, 7, 8, 9)), counted: 3 }
    ]
  },
  {
    key: RUNNING,
    title: '社区便民服务日',
    topic: '便民服务',
    community: 'demo-community-1-1',
    description: '磨刀、配钥匙、量血压、修小家电，忙不过来时搭把手。',
    meetingPlace: '桂花社区广场',
    riskLevel: 1,
    riskNote: '电器插拔由师傅来，志愿者负责登记和引导。',
    bring: '水杯',
    shifts: [
      {
        day: 0,
        from: 'now',
        to: 'now',
        capacity: 12,
        volunteers: [
          ...by('code', 'neighbour', ...crowd(10, 11, 12)).map(one => ({ ...one, out: 'none' as const })),
          ...signedUp('resident', ...crowd(13))
        ]
      }
    ]
  },
  {
    key: 'crossing-again',
    title: '文明交通引导（本周）',
    topic: '文明交通',
    community: 'demo-community-1-1',
    description: '在路口提醒行人和电动车看红绿灯、红灯停在线外、戴好头盔。',
    meetingPlace: '桂花路口东北角',
    riskLevel: 2,
    riskNote: '站在路缘石以内，穿反光背心，不拦车。',
    insuranceNumber: 'DEMO-2026-0121',
    bring: '背心和旗子现场发',
    shifts: [
      { day: 2, from: '07:20', to: '09:00', capacity: 6, volunteers: signedUp('resident', ...crowd(1, 2)) },
      { day: 2, from: '17:00', to: '18:40', capacity: 6, volunteers: signedUp(...crowd(3)) },
      { day: 3, from: '07:20', to: '09:00', capacity: 6, volunteers: [] }
    ]
  },
  {
    key: 'family-trees',
    title: '亲子护绿：给小树系名牌',
    topic: '环境清洁',
    community: 'demo-community-2-2',
    description: '认识十种行道树，给它们系上名牌，浇一次水。',
    meetingPlace: '南塘小游园',
    riskLevel: 1,
    riskNote: '孩子由家长带着，离车道远一点。',
    bring: '小水壶',
    shifts: [{ day: 5, from: '09:30', to: '11:00', capacity: 4, volunteers: signedUp(...crowd(5, 6, 7, 8, 9), 'resident') }]
  },
  {
    key: 'winter-visits',
    title: '冬日上门送温暖',
    topic: '敬老助老',
    community: 'demo-community-1-2',
    description: '给独居老人送棉被，检查取暖和电线，记下需要。',
    meetingPlace: '柳荫社区服务厅',
    riskLevel: 1,
    riskNote: '两人一组上门，不单独进屋。',
    bring: '志愿者证',
    shifts: [
      {
        day: 9,
        from: '09:00',
        to: '11:30',
        capacity: 3,
        volunteers: [...signedUp(...crowd(10, 11)), { who: 'crowd-12', leaves: 0 }, ...signedUp('neighbour', ...crowd(13))]
      }
    ]
  },
  {
    key: 'music-corner',
    title: '周末公园小舞台秩序引导',
    topic: '文体活动',
    community: 'demo-community-2-1',
    description: '帮着摆椅子、调音量、看好时间，九点前收场。',
    meetingPlace: '石榴公园南门',
    riskLevel: 1,
    riskNote: '搬椅子两人一组。',
    bring: '轻便外套',
    isInReview: true,
    shifts: [{ day: 14, from: '18:30', to: '21:00', capacity: 10, volunteers: [] }]
  }
]

const MINUTE = 60_000

/** When a shift begins and ends, in a city that is seeded at `now`. */
export function timesOf(shift: DemoShift, now: Date): { startsAt: Date; endsAt: Date } {
  if (shift.from === 'now') return { startsAt: new Date(now.getTime() - 60 * MINUTE), endsAt: new Date(now.getTime() + 120 * MINUTE) }
  const at = (time: string) => momentOf({ daysAgo: -shift.day, at: time }, now)
  return { startsAt: at(shift.from), endsAt: at(shift.to) }
}
