import * as life from '#server/demo/demo-lives'
import { daysAgo, minutesAgo, seen, type DemoStory } from '#server/demo/demo-story'

/** Reports in front of a reviewer or a dispatcher, and those that ended there. */
export const waitingStories: readonly DemoStory[] = [
  {
    ...seen('bags-on-the-way-to-work', '1001', '1-1-4', minutesAgo(20), 'resident'),
    text: '刚出门看到的，单元楼拐角堆了好几袋。',
    life: []
  },
  {
    ...seen('dog-without-a-lead', '5004', '1-2-1', minutesAgo(47), 'crowd-8'),
    text: '河边有狗没牵绳，个头不小，小朋友吓得不敢走。',
    life: []
  },
  {
    ...seen('leaves-burning', '1008', '2-2-4', minutesAgo(9), 'crowd-15'),
    text: '路边在烧树叶，烟挺大的。',
    life: []
  },
  {
    ...seen('something-on-the-corner', '2003', '1-1-5', daysAgo(1, '18:10'), 'resident'),
    text: '转角那里堆了东西，走路要绕。',
    life: [life.asked('where-exactly', '谢谢你。照片里看不出是哪个转角，能补一张带门牌或店面的吗？')]
  },
  {
    ...seen('blurred-puddle', '1007', '2-2-3', daysAgo(2, '19:00'), 'crowd-18'),
    life: [life.asked('photo-unclear', '照片有点糊，能再拍一张，或者说说是积水还是污水吗？')]
  },
  {
    ...seen('car-across-the-kerb', '3001', '1-2-2', minutesAgo(38), 'crowd-3'),
    text: '车横在路口人行道上，没有留电话。',
    life: life.filed(12)
  },
  {
    ...seen('vegetables-in-the-green', '7003', '2-2-5', minutesAgo(130), 'crowd-20'),
    text: '楼后面的绿地被翻了种葱，围了一圈栅栏。',
    life: [...life.filed(10), ...life.returned('gardens', '绿地是小区的，先由社区和住户谈更合适，请转派。')]
  },
  {
    ...seen('broken-tactile-path', '3004', '1-1-6', minutesAgo(96), 'crowd-9'),
    text: '盲道上放了一排花盆和纸箱，我爸看不见，今天撞到了，人没事。',
    followers: ['crowd-5'],
    life: life.dispatched('neighbourhood', 12)
  },
  {
    ...seen('rusty-car-by-the-wall', '3005', '2-2-1', daysAgo(12, '10:15'), 'crowd-19'),
    text: '墙边这辆车停了得有一年，轮胎都瘪了，里面长草。',
    life: life.dispatched('traffic')
  },
  {
    ...seen('quarrel-about-a-parking-space', '9999', '1-1-4', daysAgo(8, '18:45'), 'crowd-17'),
    text: '邻居占了我家门口的车位，说了几次都不听。',
    life: [life.rejected('private-dispute', '这是两家之间的约定，我们不好替谁决定。社区调解室周二、周四下午可以帮忙坐下来谈。')]
  },
  {
    ...seen('nothing-in-the-picture', '1004', '2-1-3', daysAgo(7, '21:05'), 'crowd-13'),
    life: [
      life.asked('what-is-wrong', '照片里太暗了，能说说这块绿地怎么了吗？'),
      { wait: 4320, by: 'clock', to: 'submitted' },
      life.rejected('photo-unusable', '没有等到补充，照片也看不清，这次先不受理。白天再拍一张发来，我们马上看。')
    ]
  },
  {
    ...seen('same-pothole-again', '6003', '1-1-3', daysAgo(2, '08:10'), 'crowd-11'),
    text: '这个坑越来越大了。',
    samePlaceAs: 'pothole-outside-the-bakery',
    life: [...life.filed(), life.merged('dispatcher', 'pothole-outside-the-bakery', '和前两天那条是同一个坑，一起办。')]
  },
  {
    ...seen('second-report-of-the-bikes', '3003', '2-1-6', daysAgo(5, '08:25'), 'crowd-14'),
    life: [life.merged('reviewer', 'bikes-on-the-embankment', '同一处已经有人报了，进度会同步给你。')],
    samePlaceAs: 'bikes-on-the-embankment'
  },
  {
    ...seen('moved-away-by-itself', '3001', '1-2-4', daysAgo(3, '12:40'), 'crowd-6'),
    text: '门口停了辆车挡住坡道。',
    life: [{ wait: 9, by: 'reporter', to: 'withdrawn', note: '车主下来开走了，不用麻烦了。' }]
  },
  {
    ...seen('wrong-picture-sent', '2002', '2-2-6', daysAgo(6, '16:30'), 'neighbour'),
    text: '墙上被人喷了字。',
    life: [
      life.asked('photo-unclear', '照片拍到的好像是另一面墙，能再确认一下吗？'),
      { wait: 340, by: 'reporter', to: 'withdrawn', note: '我拍错了，回头看已经有人刷掉了。' }
    ]
  }
]
