import * as life from '#server/demo/demo-lives'
import { daysAgo, seen, type DemoStory } from '#server/demo/demo-story'

/** Reports that were seen through to the end, between the reporter and the city. */
export const closedStories: readonly DemoStory[] = [
  {
    ...seen('full-litter-box-bus-stop', '1002', '2-2-3', daysAgo(12, '17:35'), 'crowd-14'),
    life: life.closed('sanitation', 50, '已清空，并把这只果皮箱改成一天清三次。')
  },
  {
    ...seen('rubble-behind-the-market', '1003', '1-2-2', daysAgo(14, '08:20'), 'crowd-15'),
    text: '菜场后面倒了一堆装修垃圾，砖头瓷砖都有，应该是半夜倒的。',
    photoCount: 2,
    life: [
      ...life.filed(),
      ...life.returned('enforcement', '是谁倒的我们在查，先请环卫清走，免得越堆越多。'),
      ...life.onwards('sanitation', 130, '调了一台铲车，砖石已全部清运，现场清扫干净。'),
      { wait: 60, by: 'verifier', to: 'closed' }
    ],
    rating: { waitHours: 48, rating: 4, isSolved: true }
  },
  {
    ...seen('morning-vegetables', '4001', '1-2-2', daysAgo(20, '07:10'), 'crowd-17'),
    text: '早上卖菜的占了大半条人行道。也理解人家不容易，能不能在附近给他们找个地方摆？',
    followers: ['crowd-2'],
    life: life.closed('enforcement', 70, '已劝导并带摊主看了菜场边的临时摆放点，七点到九点可以摆。'),
    rating: { waitHours: 24, rating: 5, isSolved: true, comment: '有地方摆，路也通了，这样处理好。' }
  },
  {
    ...seen('hanging-cable-over-the-gate', '6007', '2-2-5', daysAgo(25, '21:15'), 'neighbour'),
    text: '大门口有根线垂下来了，离地不到两米，不知道带不带电，我让大家先绕着走。',
    photoCount: 2,
    life: life.closedAtOnce('lines', 105, '是弃用的通信线，已剪除，其余线缆重新绑扎收紧。'),
    rating: { waitHours: 11, rating: 5, isSolved: true, comment: '夜里也来人，辛苦了。' }
  },
  {
    ...seen('blocked-fire-lane-block-six', '8001', '2-1-3', daysAgo(23, '22:30'), 'crowd-19'),
    text: '6 号楼前消防通道被车堵了，门口划了黄线的。',
    life: life.closedAtOnce('neighbourhood', 40, '车主已挪车，物业补刷了标线并加了提示牌。')
  },
  {
    ...seen('red-light-at-the-school-crossing', '3006', '1-1-2', daysAgo(10, '07:35'), 'crowd-2'),
    text: '上学时段这个路口闯红灯的人不少，绿灯好像太短，老人走不完。',
    life: life.counted('现场看过，早高峰确实多。已记入路口清单，建议延长绿灯，志愿者早上会来引导。')
  },
  {
    ...seen('cigarette-ends-at-the-bench', '5001', '2-2-1', daysAgo(9, '14:15'), 'crowd-20'),
    life: life.closed('sanitation', 65, '长椅边的烟头已清扫，旁边添了一个灭烟柱。')
  },
  {
    ...seen('water-on-the-lane', '1007', '2-2-6', daysAgo(14, '09:45'), 'crowd-6'),
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
    ...seen('stairwell-cupboard', '8003', '2-1-5', daysAgo(19, '11:20'), 'neighbour'),
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
    ...seen('night-works-by-the-new-blocks', '9003', '1-1-3', daysAgo(28, '23:10'), 'crowd-12'),
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
    ...seen('bags-at-the-market-corner', '1001', '1-2-3', daysAgo(16, '19:05'), 'crowd-7'),
    text: '菜场拐角收摊以后总有一堆烂菜叶和袋子。',
    life: [
      ...life.handling('sanitation'),
      life.halfDone(45, '已清扫。'),
      ...life.reworked('not-clean', '袋子收走了，菜汤还在地上，请冲洗一遍。', 50, '已清扫冲洗，和市场约好收摊后一小时内清完。'),
      { wait: 60, by: 'verifier', to: 'closed' }
    ],
    rating: { waitHours: 30, rating: 3, isSolved: true }
  },
  {
    ...seen('bent-guardrail', '6005', '2-2-2', daysAgo(13, '10:30'), 'crowd-4'),
    text: '护栏被撞歪了一截，尖角朝着人行道。',
    life: [
      life.asked('where-exactly', '谢谢上报。路比较长，能说一下靠近哪个路口吗？'),
      life.answered(95, '就在药店对面，往北走二十来米，补了一张远一点的。'),
      ...life.closed('works', 700, '变形护栏已更换，两端加了反光条。')
    ]
  },
  {
    ...seen('grill-smoke-under-the-flats', '4003', '2-1-2', daysAgo(12, '20:20'), 'crowd-10'),
    text: '楼下烧烤店的烟直接往上飘，窗户一晚上不敢开。晾在阳台的衣服也都是味道，跟老板说过，他说机器坏了在等配件，等了快一个月了。不是想让人关店，就想问问能不能先把净化器修好，或者先挪到离窗户远一点的地方烤。家里老人有哮喘，这几天夜里咳得厉害。',
    photoCount: 2,
    life: life.closed('enforcement', 900, '油烟净化器已修好并清洗，烤台挪进室内，请店家留了维护记录。'),
    rating: { waitHours: 44, rating: 5, isSolved: true, comment: '昨晚开着窗睡的。' }
  },
  {
    ...seen('smell-of-the-park-toilet', '1006', '1-2-5', daysAgo(14, '10:50'), 'crowd-18'),
    text: '公园公厕味道很大，地上有水，老人进去怕滑。',
    life: [
      ...life.handling('sanitation'),
      life.halfDone(110, '已冲洗地面。'),
      ...life.reworked(
        'not-clean',
        '地面还是湿的，小便池下面也没有刷，请再做一遍。',
        260,
        '已除垢消毒拖干，换了排风扇，改成两小时保洁一次。'
      ),
      { wait: 45, by: 'verifier', to: 'closed' }
    ],
    rating: { waitHours: 50, rating: 3, isSolved: true, comment: '现在好多了，希望能保持。' }
  },
  {
    ...seen('dog-dirt-by-the-green', '1009', '2-2-3', daysAgo(13, '16:10'), 'crowd-19'),
    text: '绿地边的步道上好几处狗粪，推童车的一不小心就压到。',
    photoCount: 2,
    followers: ['crowd-4'],
    life: [
      ...life.closed('sanitation', 90, '已清走并冲洗。'),
      life.objected(1600, '步道上的清了，拐弯过去还有好几处，补一张今天的照片。'),
      life.upheld('看了照片，拐弯那段确实漏了，请沿着绿地整圈再走一遍。'),
      ...life.finished(110, '整圈都清了一遍，路边添了取袋箱，请养狗的邻居顺手带走。')
    ],
    rating: { waitHours: 30, rating: 4, isSolved: true, comment: '这次一圈都干净了。' }
  },
  {
    ...seen('rubble-on-the-footway', '1003', '2-1-1', daysAgo(8, '09:10'), 'handler'),
    text: '巡查看到人行道上倒了一堆碎砖木条。',
    life: life.closed('sanitation', 60, '碎砖已铲走，地面清扫干净。')
  },
  {
    ...seen('bags-after-the-early-round', '1001', '2-1-3', daysAgo(5, '08:45'), 'handler'),
    text: '早班车收过才半小时，店门口又堆起七八袋。',
    life: life.closed('sanitation', 40, '已清走，和几家店说好了交垃圾的时间。')
  },
  {
    ...seen('row-of-dark-lamps', '6004', '1-2-4', daysAgo(12, '19:50'), 'crowd-11'),
    text: '从药店到路口一排五盏灯都不亮，下晚自习的孩子走这条路。',
    followers: ['crowd-9', 'crowd-17'],
    life: life.closed('works', 2500, '地下电缆进水，等备件晚了几天，抱歉。新电缆已换好，五盏灯都亮了。'),
    rating: { waitHours: 20, rating: 3, isSolved: true, comment: '亮是亮了，就是等得久了点。' }
  },
  {
    ...seen('railing-knocked-open', '6005', '2-1-2', daysAgo(7, '10:15'), 'handler'),
    text: '巡查时看到护栏被撞开一截，先拉了警戒带。',
    life: life.closed('works', 600, '撞坏的一节已换新，螺栓全部拧紧。')
  }
]
