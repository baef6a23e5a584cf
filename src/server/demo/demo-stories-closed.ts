import * as life from '#server/demo/demo-lives'
import type { DemoStory } from '#server/demo/demo-story'

/** Reports that were seen through to the end, between the reporter and the city. */
export const closedStories: readonly DemoStory[] = [
  {
    key: 'full-litter-box-bus-stop',
    categoryCode: '1002',
    grid: '2-2-3',
    when: { daysAgo: 25, at: '17:35' },
    reporter: 'crowd-14',
    life: life.closed('sanitation', 50, '已清空，并把这只果皮箱改成一天清三次。')
  },
  {
    key: 'rubble-behind-the-market',
    categoryCode: '1003',
    grid: '1-2-2',
    when: { daysAgo: 22, at: '08:20' },
    reporter: 'crowd-15',
    text: '菜场后面倒了一堆装修垃圾，砖头瓷砖都有，应该是半夜倒的。',
    photoCount: 2,
    life: [
      ...life.filed(),
      ...life.returned('sanitation', '整堆砖石，我们没有工程车，也要查是谁倒的，请转派。'),
      ...life.onwards('enforcement', 190, '建筑垃圾已清运，正在调看附近监控。'),
      { wait: 60, by: 'verifier', to: 'closed' }
    ],
    rating: { waitHours: 48, rating: 4, isSolved: true }
  },
  {
    key: 'cards-on-the-stair-door',
    categoryCode: '2001',
    grid: '2-1-5',
    when: { daysAgo: 20, at: '13:40' },
    reporter: 'crowd-16',
    text: '单元门和墙上贴满开锁、疏通的小卡片，撕了又贴。',
    life: life.closed('neighbourhood', 240, '全部清除，墙面补了漆，号码已转给城管停机处理。')
  },
  {
    key: 'morning-vegetables',
    categoryCode: '4001',
    grid: '1-2-2',
    when: { daysAgo: 16, at: '07:10' },
    reporter: 'crowd-17',
    text: '早上卖菜的占了大半条人行道。也理解人家不容易，能不能在附近给他们找个地方摆？',
    followers: ['crowd-2'],
    life: life.closed('enforcement', 70, '已劝导并带摊主看了菜场边的临时摆放点，七点到九点可以摆。'),
    rating: { waitHours: 24, rating: 5, isSolved: true, comment: '有地方摆，路也通了，这样处理好。' }
  },
  {
    key: 'hanging-cable-over-the-gate',
    categoryCode: '6007',
    grid: '2-2-5',
    when: { daysAgo: 13, at: '21:15' },
    reporter: 'neighbour',
    text: '大门口有根线垂下来了，离地不到两米，不知道带不带电，我让大家先绕着走。',
    photoCount: 2,
    life: life.closedAtOnce('lines', 105, '是弃用的通信线，已剪除，其余线缆重新绑扎收紧。'),
    rating: { waitHours: 11, rating: 5, isSolved: true, comment: '夜里也来人，辛苦了。' }
  },
  {
    key: 'blocked-fire-lane-block-six',
    categoryCode: '8001',
    grid: '2-1-3',
    when: { daysAgo: 11, at: '22:30' },
    reporter: 'crowd-19',
    text: '6 号楼前消防通道被车堵了，门口划了黄线的。',
    life: life.closedAtOnce('neighbourhood', 40, '车主已挪车，物业补刷了标线并加了提示牌。')
  },
  {
    key: 'red-light-at-the-school-crossing',
    categoryCode: '3006',
    grid: '1-1-2',
    when: { daysAgo: 10, at: '07:35' },
    reporter: 'crowd-2',
    text: '上学时段这个路口闯红灯的人不少，绿灯好像太短，老人走不完。',
    life: life.counted('现场看过，早高峰确实多。已记入路口清单，建议延长绿灯，志愿者早上会来引导。')
  },
  {
    key: 'cigarette-ends-at-the-steps',
    categoryCode: '5001',
    grid: '2-2-1',
    when: { daysAgo: 9, at: '14:15' },
    reporter: 'crowd-20',
    life: life.counted('台阶边烟头较多，已清扫，会在这里添一个灭烟柱。')
  },
  {
    key: 'water-on-the-lane',
    categoryCode: '1007',
    grid: '2-2-6',
    when: { daysAgo: 18, at: '09:45' },
    reporter: 'crowd-6',
    text: '巷子中间一直积水，没下雨也有，应该是下水道堵了，有味道。',
    photoCount: 2,
    life: [
      ...life.handling('works'),
      life.halfDone(120, '已抽水。'),
      ...life.reworked('not-clean', '下午去看又积上了，请查一下管道。', 300, '疏通了堵塞的支管，换了雨水箅子，观察半天没有再积。'),
      { wait: 240, by: 'verifier', to: 'closed' }
    ],
    rating: { waitHours: 72, rating: 4, isSolved: true, comment: '第二次才彻底，不过总算好了。' }
  },
  {
    key: 'stairwell-cupboard',
    categoryCode: '8003',
    grid: '2-1-5',
    when: { daysAgo: 19, at: '11:20' },
    reporter: 'neighbour',
    text: '三楼到四楼的楼道放了柜子和纸箱，晚上下楼要侧着身子。',
    life: [
      ...life.handled('neighbourhood', 200, '已清理楼道杂物。'),
      { wait: 60, by: 'verifier', to: 'closed' },
      life.objected(1500, '纸箱搬走了，柜子又被推回来一半，还是过不去，补一张今天的照片。'),
      life.upheld('看了照片，确实没有清完，请物业和住户一起再处理一次。'),
      ...life.finished(380, '和住户谈好，柜子搬进屋里，楼道已清空。')
    ],
    rating: { waitHours: 20, rating: 4, isSolved: true, comment: '这回彻底了。' }
  },
  {
    key: 'night-works-by-the-new-blocks',
    categoryCode: '9003',
    grid: '1-1-3',
    when: { daysAgo: 14, at: '23:10' },
    reporter: 'crowd-12',
    text: '工地十一点了还在打桩，孩子睡不着。',
    life: [
      ...life.filed(20),
      life.referred('dispatcher', '县生态环境分局', '同环转〔2026〕0317', '夜间施工噪声，转主管部门核查。'),
      life.replied(2600, '分局回复：已约谈施工方，夜间十点后停止打桩，材料进场提前公示。'),
      { wait: 120, by: 'verifier', to: 'closed' }
    ],
    rating: { waitHours: 36, rating: 4, isSolved: true }
  },
  {
    key: 'bags-at-the-market-corner',
    categoryCode: '1001',
    grid: '1-2-3',
    when: { daysAgo: 16, at: '19:05' },
    reporter: 'crowd-7',
    text: '菜场拐角收摊以后总有一堆烂菜叶和袋子。',
    life: life.closed('sanitation', 110, '已清扫冲洗，和市场约好收摊后一小时内清完。'),
    rating: { waitHours: 30, rating: 3, isSolved: true }
  },
  {
    key: 'bent-guardrail',
    categoryCode: '6005',
    grid: '2-2-2',
    when: { daysAgo: 15, at: '10:30' },
    reporter: 'crowd-4',
    text: '护栏被撞歪了一截，尖角朝着人行道。',
    life: [
      life.asked('where-exactly', '谢谢上报。路比较长，能说一下靠近哪个路口吗？'),
      life.answered(95, '就在药店对面，往北走二十来米，补了一张远一点的。'),
      ...life.closed('traffic', 700, '变形护栏已更换，两端加了反光条。')
    ]
  },
  {
    key: 'hanging-shop-sign',
    categoryCode: '2005',
    grid: '1-2-6',
    when: { daysAgo: 13, at: '15:45' },
    reporter: 'crowd-11',
    text: '关了门的那家店，招牌一头掉下来了，风一吹晃得厉害。',
    life: life.closed('enforcement', 420, '联系到房东，旧招牌已拆下，墙面固定件一并清除。'),
    rating: { waitHours: 16, rating: 5, isSolved: true }
  },
  {
    key: 'grill-smoke-under-the-flats',
    categoryCode: '4003',
    grid: '2-1-2',
    when: { daysAgo: 12, at: '20:20' },
    reporter: 'crowd-10',
    text: '楼下烧烤店的烟直接往上飘，窗户一晚上不敢开。晾在阳台的衣服也都是味道，跟老板说过，他说机器坏了在等配件，等了快一个月了。不是想让人关店，就想问问能不能先把净化器修好，或者先挪到离窗户远一点的地方烤。家里老人有哮喘，这几天夜里咳得厉害。',
    photoCount: 2,
    life: life.closed('enforcement', 900, '油烟净化器已修好并清洗，烤台挪进室内，请店家留了维护记录。'),
    rating: { waitHours: 44, rating: 5, isSolved: true, comment: '昨晚开着窗睡的。' }
  }
]
