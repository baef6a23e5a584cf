import type { rewardKinds } from '#contract/points-shapes'
import type { DemoPlayer } from '#server/demo/demo-stage'
import type { RewardSubject } from '#server/demo/scenes/rewards/draw-reward'

export interface DemoReward {
  key: string
  title: string
  description?: string
  kind: (typeof rewardKinds)[number]
  communityId: string
  subject: RewardSubject
  price: number
  stock: number
  perPersonLimit: number
  limitPeriod?: 'year' | 'month'
  pickUpPlace: string
  pickUpHours: string
  sponsor?: string
  needsPreparing?: boolean
  /** Not on the shelf yet, or not any more. */
  state?: 'draft' | 'closed'
}

const guihua = { communityId: 'demo-community-1-1', pickUpPlace: '桂花社区服务站一楼', pickUpHours: '每天 9:00–17:00' }
const liuyin = { communityId: 'demo-community-1-2', pickUpPlace: '柳荫社区活动室', pickUpHours: '周二至周日 9:00–17:00' }
const shiliu = { communityId: 'demo-community-2-1', pickUpPlace: '石榴社区服务站', pickUpHours: '每天 8:30–17:30' }
const nantang = { communityId: 'demo-community-2-2', pickUpPlace: '南塘社区邻里中心', pickUpHours: '每天 9:00–18:00' }
const monthly = (perPersonLimit: number) => ({ perPersonLimit, limitPeriod: 'month' as const })
const yearly = (perPersonLimit: number) => ({ perPersonLimit, limitPeriod: 'year' as const })

/** Fifteen small thanks in four communities; most of them no money could buy any other way than by helping. */
export const demoRewards: readonly DemoReward[] = [
  { key: 'towel', title: '纯棉毛巾一条', kind: 'daily', subject: 'towel', price: 20, stock: 30, ...monthly(2), ...guihua },
  {
    key: 'library',
    title: '图书馆借书额度加五本',
    kind: 'culture',
    subject: 'books',
    price: 15,
    stock: 50,
    ...yearly(2),
    ...guihua,
    sponsor: '同和县图书馆',
    description: '当年有效，到服务台报名字就能办。'
  },
  {
    key: 'check-up',
    title: '基础体检一次',
    kind: 'health',
    subject: 'check-up',
    price: 50,
    stock: 12,
    ...yearly(1),
    ...guihua,
    sponsor: '河东卫生服务中心',
    needsPreparing: true,
    description: '量血压、测血糖、做心电图。约好时间后告诉你来领体检单。'
  },
  {
    key: 'haircut',
    title: '理发一次',
    kind: 'health',
    subject: 'haircut',
    price: 20,
    stock: 20,
    ...monthly(1),
    ...guihua,
    description: '每周三上午，志愿理发师在服务站等你。'
  },
  {
    key: 'ticket',
    title: '河滨植物园门票一张',
    kind: 'culture',
    subject: 'ticket',
    price: 30,
    stock: 24,
    ...monthly(2),
    ...liuyin,
    needsPreparing: true,
    sponsor: '河滨植物园'
  },
  { key: 'soap', title: '香皂和洗手液一套', kind: 'daily', subject: 'soap', price: 12, stock: 40, ...monthly(2), ...liuyin },
  {
    key: 'seedling',
    title: '绿萝一盆',
    kind: 'keepsake',
    subject: 'plant',
    price: 10,
    stock: 18,
    ...yearly(2),
    ...liuyin,
    sponsor: '柳荫苗圃'
  },
  {
    key: 'haircut-liuyin',
    title: '老人上门理发一次',
    kind: 'service',
    subject: 'haircut',
    price: 25,
    stock: 8,
    ...monthly(1),
    ...liuyin,
    needsPreparing: true,
    description: '给家里走动不便的老人用，约好时间上门。'
  },
  { key: 'mug', title: '志愿者纪念杯', kind: 'keepsake', subject: 'mug', price: 24, stock: 3, ...yearly(1), ...shiliu },
  { key: 'library-shiliu', title: '自习室座位一周', kind: 'culture', subject: 'books', price: 10, stock: 16, ...monthly(1), ...shiliu },
  { key: 'towel-shiliu', title: '洗碗巾三条', kind: 'daily', subject: 'towel', price: 8, stock: 36, ...monthly(3), ...shiliu },
  {
    key: 'check-up-shiliu',
    title: '中医问诊一次',
    kind: 'health',
    subject: 'check-up',
    price: 40,
    stock: 6,
    ...yearly(1),
    ...shiliu,
    state: 'draft'
  },
  {
    key: 'cinema',
    title: '社区电影票一张',
    kind: 'culture',
    subject: 'ticket',
    price: 10,
    stock: 60,
    ...monthly(4),
    ...nantang,
    description: '周六晚上，邻里中心放映厅。'
  },
  { key: 'soap-nantang', title: '洗衣液一瓶', kind: 'daily', subject: 'soap', price: 16, stock: 20, ...monthly(1), ...nantang },
  {
    key: 'repair',
    title: '小家电检修一次',
    kind: 'service',
    subject: 'mug',
    price: 30,
    stock: 5,
    ...yearly(2),
    ...nantang,
    state: 'closed'
  }
]

export interface DemoRedemption {
  who: DemoPlayer
  reward: string
  daysAgo: number
  at: string
  /** What became of it; `reserved` and `confirmed` are still so. */
  becomes: 'reserved' | 'lapsed' | 'confirmed' | 'ready' | 'fulfilled' | 'cancelled' | 'on-behalf'
}

/** Each is paid by service alone, which comes on known days; what reports bring in is left over. */
export const demoRedemptions: readonly DemoRedemption[] = [
  { who: 'resident', reward: 'library', daysAgo: 18, at: '10:20', becomes: 'fulfilled' },
  { who: 'resident', reward: 'haircut', daysAgo: 10, at: '12:05', becomes: 'cancelled' },
  { who: 'resident', reward: 'towel', daysAgo: 4, at: '19:40', becomes: 'ready' },
  { who: 'neighbour', reward: 'check-up', daysAgo: 9, at: '09:30', becomes: 'fulfilled' },
  { who: 'neighbour', reward: 'ticket', daysAgo: 2, at: '15:10', becomes: 'confirmed' },
  { who: 'crowd-1', reward: 'mug', daysAgo: 19, at: '16:00', becomes: 'fulfilled' },
  { who: 'crowd-2', reward: 'mug', daysAgo: 19, at: '16:20', becomes: 'fulfilled' },
  { who: 'crowd-3', reward: 'mug', daysAgo: 18, at: '11:10', becomes: 'fulfilled' },
  { who: 'crowd-4', reward: 'towel', daysAgo: 15, at: '18:30', becomes: 'lapsed' },
  { who: 'crowd-5', reward: 'soap', daysAgo: 13, at: '09:50', becomes: 'fulfilled' },
  { who: 'crowd-6', reward: 'cinema', daysAgo: 12, at: '20:15', becomes: 'fulfilled' },
  { who: 'crowd-6', reward: 'towel-shiliu', daysAgo: 3, at: '08:45', becomes: 'ready' },
  { who: 'crowd-7', reward: 'soap-nantang', daysAgo: 5, at: '10:30', becomes: 'on-behalf' },
  { who: 'crowd-8', reward: 'seedling', daysAgo: 6, at: '17:20', becomes: 'ready' }
]

/** Who lets the board of a community show them. */
export const demoBoard: readonly { who: DemoPlayer; communityId: string }[] = [
  ...(['resident', 'crowd-1', 'crowd-2', 'crowd-3', 'crowd-5', 'crowd-13'] as const).map(who => ({
    who,
    communityId: 'demo-community-1-1'
  })),
  ...(['neighbour', 'crowd-6', 'crowd-8', 'crowd-9', 'crowd-15'] as const).map(who => ({ who, communityId: 'demo-community-1-2' }))
]
