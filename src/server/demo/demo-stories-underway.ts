import * as life from '#server/demo/demo-lives'
import type { DemoStory } from '#server/demo/demo-story'

/** Reports a unit has in hand, or that wait for a check, a date, another authority or a second look. */
export const underwayStories: readonly DemoStory[] = [
  {
    key: 'pothole-outside-the-bakery',
    categoryCode: '6003',
    grid: '1-1-3',
    when: { daysAgo: 3, at: '17:55' },
    reporter: 'resident',
    text: '面包店门口的车道上有个坑，骑车经过要猛拐一下，早高峰挺险的。',
    photoCount: 2,
    followers: ['neighbour', 'crowd-2'],
    life: life.handling('works')
  },
  {
    key: 'old-doors-under-the-stairs',
    categoryCode: '2003',
    grid: '2-2-2',
    when: { daysAgo: 13, at: '09:30' },
    reporter: 'crowd-5',
    text: '楼下堆着旧门板和木料，说是等人来收，一直没动。',
    life: life.handling('neighbourhood')
  },
  {
    key: 'litter-on-the-lawn',
    categoryCode: '1004',
    grid: '1-2-4',
    when: { daysAgo: 6, at: '08:50' },
    reporter: 'crowd-12',
    text: '草坪里都是饮料瓶和塑料袋，灌木底下更多。',
    life: [
      ...life.handling('gardens'),
      life.halfDone(130, '已清理。'),
      life.sentBack('not-clean', '表面捡过了，灌木丛里还有不少，请再清一遍。')
    ]
  },
  {
    key: 'scooters-charging-by-wire',
    categoryCode: '8002',
    grid: '2-1-5',
    when: { daysAgo: 9, at: '20:15' },
    reporter: 'neighbour',
    text: '三楼又拉线下来充电，插线板就挂在雨棚下面，下雨怎么办？',
    followers: ['crowd-16', 'crowd-10'],
    life: [
      ...life.handling('neighbourhood', 20),
      ...life.finished(70, '已劝住户收线，带他去看了车棚里的充电位。'),
      life.objected(4300, '才两天又拉下来了，拍了今晚的照片。'),
      life.upheld('反复出现，光劝不够。请物业和社区民警一起上门，并把车棚充电位补够。')
    ]
  },
  {
    key: 'market-scooters-twice-returned',
    categoryCode: '3002',
    grid: '1-2-3',
    when: { daysAgo: 4, at: '10:20' },
    reporter: 'crowd-7',
    text: '菜场东门电动车停到台阶上了，三轮车也挤在一起。',
    life: [
      ...life.filed(),
      ...life.returned('traffic', '停在市场红线内，不是道路，请转市场方或社区。'),
      ...life.returned('neighbourhood', '东门归城管路段，我们没有人手。'),
      { wait: 40, by: 'supervisor', to: 'dispatched', unitId: 'demo-unit-enforcement', note: '已经退了两次，由城管牵头，物业配合。' },
      { wait: 30, by: 'handler', to: 'handling' }
    ]
  },
  {
    key: 'sunken-footway-by-the-canal',
    categoryCode: '6002',
    grid: '2-2-3',
    when: { daysAgo: 5, at: '14:35' },
    reporter: 'crowd-4',
    text: '水塘边这段人行道沉下去一截，雨后全是泥。',
    photoCount: 2,
    life: life.handling('works'),
    suspensionRequest: {
      wait: 900,
      reasonCode: 'construction',
      note: '下面的污水管下周要换，先围好，等管道做完一起铺，免得挖两次。',
      reviewInDays: 12
    }
  },
  {
    key: 'wobbly-bus-stop-seat',
    categoryCode: '6008',
    grid: '1-1-1',
    when: { daysAgo: 5, at: '07:55' },
    reporter: 'resident',
    text: '公交站的座椅松了，一头已经翘起来。',
    life: life.handled('works', 900, '座椅已重新固定，换了两根坏掉的木条。')
  },
  {
    key: 'bags-back-at-the-market-corner',
    categoryCode: '1001',
    grid: '1-2-3',
    when: { daysAgo: 2, at: '19:20' },
    reporter: 'crowd-7',
    text: '好了两个星期，这两天收摊又开始堆了。',
    samePlaceAs: 'bags-at-the-market-corner',
    followers: ['crowd-15'],
    life: life.handled('sanitation', 140, '已清扫，和市场重新定了收摊后的值日表。')
  },
  {
    key: 'sprayed-wall-behind-the-school',
    categoryCode: '2002',
    grid: '2-1-2',
    when: { daysAgo: 13, at: '13:15' },
    reporter: 'crowd-9',
    life: life.handled('neighbourhood', 360, '已按原色重新粉刷。')
  },
  {
    key: 'hole-left-by-the-pipe-works',
    categoryCode: '9002',
    grid: '1-2-6',
    when: { daysAgo: 11, at: '16:40' },
    reporter: 'crowd-18',
    text: '管道挖开以后就没人管了，没有围挡，晚上看不见。',
    life: [...life.handling('works'), life.suspended('construction', '已补上围挡和警示灯。管道接驳完成后恢复路面，请大家先绕行。', 16)]
  },
  {
    key: 'shed-on-the-roof',
    categoryCode: '8004',
    grid: '2-1-3',
    when: { daysAgo: 15, at: '11:05' },
    reporter: 'crowd-19',
    text: '楼顶又搭了一间彩钢棚，雨水全往我家阳台流。',
    life: [...life.handling('enforcement'), life.suspended('needs-owner', '已送达通知，住户承诺自行拆除，到期去看。', 27)]
  },
  {
    key: 'no-stopping-for-people-on-foot',
    categoryCode: '3008',
    grid: '1-1-2',
    when: { daysAgo: 1, at: '07:50' },
    reporter: 'crowd-2',
    text: '学校门口斑马线，车都不减速，送孩子的都在等。',
    life: [life.referred('reviewer', '县公安局交警大队', '同交转〔2026〕0562', '已转交警大队，请在上学时段加强疏导。')]
  },
  {
    key: 'dark-traffic-light',
    categoryCode: '6006',
    grid: '2-2-1',
    when: { daysAgo: 2, at: '18:35' },
    reporter: 'neighbour',
    text: '往东的红绿灯不亮了，只剩倒计时在跳。',
    life: [
      ...life.handling('traffic', 10),
      life.referred('dispatcher', '市交通信号设备维保单位', 'XH-2611-0088', '控制箱要原厂来修，已报维保，期间交警现场指挥。')
    ]
  },
  {
    key: 'bikes-on-the-embankment',
    categoryCode: '3003',
    grid: '2-1-6',
    when: { daysAgo: 6, at: '17:20' },
    reporter: 'crowd-3',
    text: '河堤上共享单车一片一片倒着，台阶都封住了。',
    life: [
      ...life.closed('traffic', 95, '倒地车辆已扶起归位，通知企业增加巡查。'),
      life.objected(5600, '扶起来了，可是台阶口还是停满，推童车下不去。')
    ]
  },
  {
    key: 'noise-from-the-square',
    categoryCode: '5008',
    grid: '1-2-5',
    when: { daysAgo: 4, at: '20:50' },
    reporter: 'crowd-1',
    text: '广场上的音箱开到九点多，作业都写不下去。',
    life: [
      life.rejected('nothing-there', '我们去看的时候已经散了，这次没有看到。'),
      life.objected(2700, '他们是八点到九点半，你们来的时候太晚了，今晚又拍了一张。')
    ]
  }
]
