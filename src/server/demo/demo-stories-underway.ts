import * as life from '#server/demo/demo-lives'
import { daysAgo, seen, type DemoStory } from '#server/demo/demo-story'

/** Reports a unit has in hand, or that wait for a check, a date, another authority or a second look. */
export const underwayStories: readonly DemoStory[] = [
  {
    ...seen('pothole-outside-the-bakery', '6003', '1-1-3', daysAgo(3, '17:55'), 'resident'),
    text: '面包店门口的车道上有个坑，骑车经过要猛拐一下，早高峰挺险的。',
    photoCount: 2,
    followers: ['neighbour', 'crowd-2'],
    life: life.handling('works')
  },
  {
    ...seen('litter-on-the-lawn', '1004', '1-2-4', daysAgo(6, '08:50'), 'crowd-12'),
    text: '草坪里都是饮料瓶和塑料袋，灌木底下更多。',
    life: [
      ...life.handling('gardens'),
      life.halfDone(130, '已清理。'),
      life.sentBack('not-clean', '表面捡过了，灌木丛里还有不少，请再清一遍。')
    ]
  },
  {
    ...seen('scooters-charging-by-wire', '8002', '2-1-5', daysAgo(9, '20:15'), 'neighbour'),
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
    ...seen('market-scooters-twice-returned', '3002', '1-2-3', daysAgo(4, '10:20'), 'crowd-7'),
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
    ...seen('sunken-footway-by-the-canal', '6002', '2-2-3', daysAgo(5, '14:35'), 'crowd-4'),
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
    ...seen('wobbly-bus-stop-seat', '6008', '1-1-1', daysAgo(5, '07:55'), 'resident'),
    text: '公交站的座椅松了，一头已经翘起来。',
    life: life.handled('works', 900, '座椅已重新固定，换了两根坏掉的木条。')
  },
  {
    ...seen('bags-back-at-the-market-corner', '1001', '1-2-3', daysAgo(2, '19:20'), 'crowd-7'),
    text: '好了两个星期，这两天收摊又开始堆了。',
    samePlaceAs: 'bags-at-the-market-corner',
    followers: ['crowd-15'],
    life: life.handled('sanitation', 140, '已清扫，和市场重新定了收摊后的值日表。')
  },
  {
    ...seen('sprayed-wall-behind-the-school', '2002', '2-1-2', daysAgo(13, '13:15'), 'crowd-9'),
    life: life.handled('neighbourhood', 360, '已按原色重新粉刷。')
  },
  {
    ...seen('hole-left-by-the-pipe-works', '9002', '1-2-6', daysAgo(11, '16:40'), 'crowd-18'),
    text: '管道挖开以后就没人管了，没有围挡，晚上看不见。',
    life: [...life.handling('works'), life.suspended('construction', '已补上围挡和警示灯。管道接驳完成后恢复路面，请大家先绕行。', 16)]
  },
  {
    ...seen('shed-on-the-roof', '8004', '2-1-3', daysAgo(15, '11:05'), 'crowd-19'),
    text: '楼顶又搭了一间彩钢棚，雨水全往我家阳台流。',
    life: [...life.handling('enforcement'), life.suspended('needs-owner', '已送达通知，住户承诺自行拆除，到期去看。', 27)]
  },
  {
    ...seen('no-stopping-for-people-on-foot', '3008', '1-1-2', daysAgo(1, '07:50'), 'crowd-2'),
    text: '学校门口斑马线，车都不减速，送孩子的都在等。',
    life: [life.referred('reviewer', '县公安局交警大队', '同交转〔2026〕0562', '已转交警大队，请在上学时段加强疏导。')]
  },
  {
    ...seen('dark-traffic-light', '6006', '2-2-1', daysAgo(2, '18:35'), 'neighbour'),
    text: '往东的红绿灯不亮了，只剩倒计时在跳。',
    life: [
      ...life.handling('traffic', 10),
      life.referred('dispatcher', '市交通信号设备维保单位', 'XH-2611-0088', '控制箱要原厂来修，已报维保，期间交警现场指挥。')
    ]
  },
  {
    ...seen('bikes-on-the-embankment', '3003', '2-1-6', daysAgo(6, '17:20'), 'crowd-3'),
    text: '河堤上共享单车一片一片倒着，台阶都封住了。',
    life: [
      ...life.closed('traffic', 95, '倒地车辆已扶起归位，通知企业增加巡查。'),
      life.objected(5600, '扶起来了，可是台阶口还是停满，推童车下不去。')
    ]
  },
  {
    ...seen('noise-from-the-square', '5008', '1-2-5', daysAgo(4, '20:50'), 'crowd-1'),
    text: '广场上的音箱开到九点多，作业都写不下去。',
    life: [
      life.rejected('nothing-there', '我们去看的时候已经散了，这次没有看到。'),
      life.objected(2700, '他们是八点到九点半，你们来的时候太晚了，今晚又拍了一张。')
    ]
  }
]
