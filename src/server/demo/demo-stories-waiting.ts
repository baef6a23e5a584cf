import * as life from '#server/demo/demo-lives'
import type { DemoStory } from '#server/demo/demo-story'

/** Reports in front of a reviewer or a dispatcher, and those that ended there. */
export const waitingStories: readonly DemoStory[] = [
  {
    key: 'bags-on-the-way-to-work',
    categoryCode: '1001',
    grid: '1-1-4',
    when: { minutesAgo: 20 },
    reporter: 'resident',
    text: '刚出门看到的，单元楼拐角堆了好几袋。',
    life: []
  },
  {
    key: 'dog-without-a-lead',
    categoryCode: '5004',
    grid: '1-2-1',
    when: { minutesAgo: 47 },
    reporter: 'crowd-8',
    text: '河边有狗没牵绳，个头不小，小朋友吓得不敢走。',
    life: []
  },
  {
    key: 'torn-poster-panel',
    categoryCode: '2006',
    grid: '2-1-6',
    when: { minutesAgo: 72 },
    reporter: 'neighbour',
    text: '宣传栏褪色了，还撕掉一角，不着急，有空换一下就好。',
    life: []
  },
  {
    key: 'leaves-burning',
    categoryCode: '1008',
    grid: '2-2-4',
    when: { minutesAgo: 9 },
    reporter: 'crowd-15',
    text: '路边在烧树叶，烟挺大的。',
    life: []
  },
  {
    key: 'something-on-the-corner',
    categoryCode: '2003',
    grid: '1-1-5',
    when: { daysAgo: 1, at: '18:10' },
    reporter: 'resident',
    text: '转角那里堆了东西，走路要绕。',
    life: [life.asked('where-exactly', '谢谢你。照片里看不出是哪个转角，能补一张带门牌或店面的吗？')]
  },
  {
    key: 'blurred-puddle',
    categoryCode: '1007',
    grid: '2-2-3',
    when: { daysAgo: 2, at: '19:00' },
    reporter: 'crowd-18',
    life: [life.asked('photo-unclear', '照片有点糊，能再拍一张，或者说说是积水还是污水吗？')]
  },
  {
    key: 'car-across-the-kerb',
    categoryCode: '3001',
    grid: '1-2-2',
    when: { minutesAgo: 38 },
    reporter: 'crowd-3',
    text: '车横在路口人行道上，没有留电话。',
    life: life.filed(12)
  },
  {
    key: 'quilts-between-the-trees',
    categoryCode: '2004',
    grid: '2-1-4',
    when: { minutesAgo: 52 },
    reporter: 'crowd-16',
    text: '两棵树之间拉绳晒被子，低头才能过。',
    life: life.filed(20)
  },
  {
    key: 'vegetables-in-the-green',
    categoryCode: '7003',
    grid: '2-2-5',
    when: { minutesAgo: 130 },
    reporter: 'crowd-20',
    text: '楼后面的绿地被翻了种葱，围了一圈栅栏。',
    life: [...life.filed(10), ...life.returned('gardens', '绿地是小区的，先由社区和住户谈更合适，请转派。')]
  },
  {
    key: 'tables-outside-the-shop',
    categoryCode: '4002',
    grid: '1-2-3',
    when: { minutesAgo: 75 },
    reporter: 'crowd-1',
    text: '店门口的货摆到盲道上了。',
    life: life.dispatched('enforcement', 10)
  },
  {
    key: 'broken-tactile-path',
    categoryCode: '3004',
    grid: '1-1-6',
    when: { minutesAgo: 96 },
    reporter: 'crowd-9',
    text: '盲道上放了一排花盆和纸箱，我爸看不见，今天撞到了，人没事。',
    followers: ['crowd-5'],
    life: life.dispatched('neighbourhood', 12)
  },
  {
    key: 'rusty-car-by-the-wall',
    categoryCode: '3005',
    grid: '2-2-1',
    when: { daysAgo: 12, at: '10:15' },
    reporter: 'crowd-19',
    text: '墙边这辆车停了得有一年，轮胎都瘪了，里面长草。',
    life: life.dispatched('traffic')
  },
  {
    key: 'quarrel-about-a-parking-space',
    categoryCode: '9999',
    grid: '1-1-4',
    when: { daysAgo: 8, at: '18:45' },
    reporter: 'crowd-17',
    text: '邻居占了我家门口的车位，说了几次都不听。',
    life: [life.rejected('private-dispute', '这是两家之间的约定，我们不好替谁决定。社区调解室周二、周四下午可以帮忙坐下来谈。')]
  },
  {
    key: 'nothing-in-the-picture',
    categoryCode: '1004',
    grid: '2-1-3',
    when: { daysAgo: 7, at: '21:05' },
    reporter: 'crowd-13',
    life: [
      life.asked('what-is-wrong', '照片里太暗了，能说说这块绿地怎么了吗？'),
      { wait: 4320, by: 'clock', to: 'submitted' },
      life.rejected('photo-unusable', '没有等到补充，照片也看不清，这次先不受理。白天再拍一张发来，我们马上看。')
    ]
  },
  {
    key: 'same-pothole-again',
    categoryCode: '6003',
    grid: '1-1-3',
    when: { daysAgo: 2, at: '08:10' },
    reporter: 'crowd-11',
    text: '这个坑越来越大了。',
    samePlaceAs: 'pothole-outside-the-bakery',
    life: [...life.filed(), life.merged('dispatcher', 'pothole-outside-the-bakery', '和前两天那条是同一个坑，一起办。')]
  },
  {
    key: 'second-report-of-the-bikes',
    categoryCode: '3003',
    grid: '2-1-6',
    when: { daysAgo: 5, at: '08:25' },
    reporter: 'crowd-14',
    life: [life.merged('reviewer', 'bikes-on-the-embankment', '同一处已经有人报了，进度会同步给你。')],
    samePlaceAs: 'bikes-on-the-embankment'
  },
  {
    key: 'moved-away-by-itself',
    categoryCode: '3001',
    grid: '1-2-4',
    when: { daysAgo: 3, at: '12:40' },
    reporter: 'crowd-6',
    text: '门口停了辆车挡住坡道。',
    life: [{ wait: 9, by: 'reporter', to: 'withdrawn', note: '车主下来开走了，不用麻烦了。' }]
  },
  {
    key: 'wrong-picture-sent',
    categoryCode: '2002',
    grid: '2-2-6',
    when: { daysAgo: 6, at: '16:30' },
    reporter: 'neighbour',
    text: '墙上被人喷了字。',
    life: [
      life.asked('photo-unclear', '照片拍到的好像是另一面墙，能再确认一下吗？'),
      { wait: 340, by: 'reporter', to: 'withdrawn', note: '我拍错了，回头看已经有人刷掉了。' }
    ]
  }
]
