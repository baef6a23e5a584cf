import * as life from '#server/demo/demo-lives'
import type { DemoStory } from '#server/demo/demo-story'

/** Reports that were seen through to the end and shown to everybody. */
export const publishedStories: readonly DemoStory[] = [
  {
    key: 'bags-by-the-osmanthus',
    categoryCode: '1001',
    grid: '1-1-4',
    when: { daysAgo: 27, at: '07:42' },
    reporter: 'crowd-1',
    text: '桂花树下那个投放点又堆出来了，有两袋破了，汤水流了一地，早上上班绕着走。',
    photoCount: 2,
    followers: ['resident', 'crowd-6'],
    life: life.closed('sanitation', 95, '已清走并冲洗地面，投放点加了一组分类桶。'),
    rating: { waitHours: 5, rating: 5, isSolved: true, comment: '中午回来就干净了，谢谢。' },
    summary: '桂花树下的垃圾当天清走，地面冲洗干净，并添了一组分类桶。'
  },
  {
    key: 'scooters-at-the-clinic',
    categoryCode: '3002',
    grid: '1-1-5',
    when: { daysAgo: 24, at: '09:15' },
    reporter: 'resident',
    text: '社区医院门口电动车停得横七竖八，推轮椅的老人在坡道那儿等了好一会儿。能不能划个停车区？',
    photoCount: 2,
    showsNameToUnit: true,
    life: life.closed('neighbourhood', 80, '车辆已摆整齐，坡道旁重新划了停放线，请门卫多留意。'),
    rating: { waitHours: 22, rating: 5, isSolved: true, comment: '划了线以后真的好多了。' },
    summary: '社区医院门口划出停放区，轮椅坡道不再被电动车挡住。'
  },
  {
    key: 'loose-tiles-school-back-gate',
    categoryCode: '6002',
    grid: '1-1-2',
    when: { daysAgo: 23, at: '16:50' },
    reporter: 'crowd-2',
    text: '小学后门的人行道砖松了一大片，下雨天一踩一脚水，孩子们都绕到车道上走，看着揪心。',
    followers: ['neighbour', 'crowd-7', 'crowd-11'],
    life: life.closed('works', 1500, '破损地砖已更换，下面重新做了垫层。'),
    rating: { waitHours: 30, rating: 4, isSolved: true },
    summary: '小学后门的人行道重新铺平，孩子们不用再绕到车道上。'
  },
  {
    key: 'sofa-in-pomegranate-lane',
    categoryCode: '2003',
    grid: '2-1-4',
    when: { daysAgo: 22, at: '19:30' },
    reporter: 'neighbour',
    text: '巷子里放了张旧沙发，第三天了，晚上没灯，昨天有个骑车的差点撞上。',
    life: life.closed('neighbourhood', 210, '找到物主，已帮忙联系大件清运，现场清扫完毕。'),
    rating: { waitHours: 12, rating: 5, isSolved: true },
    summary: '巷口的旧沙发已由大件清运拉走，通道恢复原来的宽度。'
  },
  {
    key: 'dark-riverside-walk',
    categoryCode: '6004',
    grid: '2-1-6',
    when: { daysAgo: 21, at: '20:40' },
    reporter: 'crowd-3',
    text: '沿河步道靠桥那头的灯不亮，散步只能打手电，路面还有台阶。',
    followers: ['neighbour'],
    life: life.closed('works', 540, '更换了灯头和一段老化线路，当晚已亮灯。'),
    rating: { waitHours: 20, rating: 5, isSolved: true, comment: '亮了！晚上又可以遛弯了。' },
    summary: '沿河步道的路灯修好了，夜里散步看得清台阶。'
  },
  {
    key: 'broken-bench-by-the-water',
    categoryCode: '6008',
    grid: '1-2-1',
    when: { daysAgo: 20, at: '10:05' },
    reporter: 'neighbour',
    text: '河边长椅断了两根木条，钉子露在外面，老人坐下去容易夹到。',
    life: life.closed('works', 1260, '换上新木条，磨平了边角，钉子已处理。'),
    rating: { waitHours: 8, rating: 5, isSolved: true, comment: '坐过了，稳当。' },
    summary: '河边长椅换上了新木条，可以放心坐了。'
  },
  {
    key: 'missing-manhole-cover',
    categoryCode: '6001',
    grid: '2-2-2',
    when: { daysAgo: 19, at: '06:55' },
    reporter: 'crowd-4',
    text: '井盖没了！我先插了根树枝，边上是公交站，赶紧来人。',
    photoCount: 2,
    life: life.closedAtOnce('works', 62, '现场先设围挡，随后装上新井盖并加了防坠网。'),
    rating: { waitHours: 6, rating: 5, isSolved: true, comment: '一个多小时就装好了。' },
    summary: '公交站旁缺失的井盖在两小时内补上，并加装防坠网。'
  },
  {
    key: 'cars-on-the-footway',
    categoryCode: '3001',
    grid: '1-2-3',
    when: { daysAgo: 17, at: '08:35' },
    reporter: 'crowd-5',
    text: '人行道上停了车，盲道被压住一半，推婴儿车只能下到车道。',
    life: life.closed('traffic', 60, '已联系车主驶离，并在缘石边补装阻车柱。'),
    summary: '人行道上的车已驶离，路口补装了阻车柱，盲道通了。'
  },
  {
    key: 'pothole-at-the-fork',
    categoryCode: '6003',
    grid: '2-2-4',
    when: { daysAgo: 18, at: '18:20' },
    reporter: 'crowd-8',
    text: '三岔口有个坑，下雨积满水看不出深浅，我同事骑电动车在那儿摔过一次。',
    life: life.closed('works', 1680, '坑槽切边后重新铺筑，路面已压实开放。'),
    rating: { waitHours: 26, rating: 4, isSolved: true },
    summary: '三岔口的坑洼已铺平压实，下雨天骑车不再提心吊胆。'
  },
  {
    key: 'bare-flower-bed',
    categoryCode: '7001',
    grid: '1-2-5',
    when: { daysAgo: 26, at: '15:10' },
    reporter: 'crowd-9',
    text: '小广场的花坛空了快半年，刮风就是土。我们几户愿意帮着浇水，能不能补种一点？',
    followers: ['crowd-10', 'crowd-12', 'neighbour'],
    life: [
      ...life.handling('gardens', 60),
      life.suspended('weather', '连着几天有雨，土太湿，雨停后补种。', 6),
      life.resumed(1300, '天晴了，今天进场。'),
      ...life.finished(420, '已补种麦冬和月季，谢谢几位邻居帮忙浇水。')
    ],
    rating: { waitHours: 40, rating: 5, isSolved: true, comment: '说雨停就来，真的来了。' },
    summary: '小广场的空花坛补种了月季和麦冬，几户邻居认领了浇水。'
  },
  {
    key: 'broken-bins-north-gate',
    categoryCode: '6009',
    grid: '2-1-1',
    when: { daysAgo: 14, at: '12:25' },
    reporter: 'resident',
    text: '小区北门两个垃圾桶都没盖了，一个还裂着口子。',
    life: life.closed('sanitation', 460, '更换两组带盖分类桶，脚踏试过都好用。'),
    rating: { waitHours: 18, rating: 4, isSolved: true },
    summary: '小区北门换上了带盖的分类桶。'
  },
  {
    key: 'fallen-branch-after-the-wind',
    categoryCode: '7002',
    grid: '1-1-6',
    when: { daysAgo: 12, at: '05:50' },
    reporter: 'crowd-13',
    text: '昨晚风大，路边一棵树倒在人行道上了，没砸到人。',
    life: [...life.handling('gardens', 8), ...life.finished(130, '倒木已锯断运走，补栽一棵并打好支撑。')],
    rating: { waitHours: 3, rating: 5, isSolved: true },
    summary: '大风吹倒的树当天早上清走，原处补栽了新树。'
  }
]
