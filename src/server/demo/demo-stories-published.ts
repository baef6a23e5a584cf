import * as life from '#server/demo/demo-lives'
import { daysAgo, seen, type DemoStory } from '#server/demo/demo-story'

/** Reports that were seen through to the end and shown to everybody. */
export const publishedStories: readonly DemoStory[] = [
  {
    ...seen('bags-by-the-osmanthus', '1001', '1-1-4', daysAgo(15, '07:42'), 'crowd-1'),
    text: '桂花树下那个投放点又堆出来了，有两袋破了，汤水流了一地，早上上班绕着走。',
    photoCount: 2,
    followers: ['resident', 'crowd-6'],
    life: life.closed('sanitation', 95, '已清走并冲洗地面，投放点加了一组分类桶。'),
    rating: { waitHours: 5, rating: 5, isSolved: true, comment: '中午回来就干净了，谢谢。' },
    summary: '桂花树下的垃圾当天清走，地面冲洗干净，并添了一组分类桶。'
  },
  {
    ...seen('scooters-at-the-clinic', '3002', '1-1-5', daysAgo(24, '09:15'), 'resident'),
    text: '社区医院门口电动车停得横七竖八，推轮椅的老人在坡道那儿等了好一会儿。能不能划个停车区？',
    photoCount: 2,
    showsNameToUnit: true,
    life: life.closed('neighbourhood', 80, '车辆已摆整齐，坡道旁重新划了停放线，请门卫多留意。'),
    rating: { waitHours: 22, rating: 5, isSolved: true, comment: '划了线以后真的好多了。' },
    summary: '社区医院门口划出停放区，轮椅坡道不再被电动车挡住。'
  },
  {
    ...seen('loose-tiles-school-back-gate', '6002', '1-1-2', daysAgo(17, '16:50'), 'crowd-2'),
    text: '小学后门的人行道砖松了一大片，下雨天一踩一脚水，孩子们都绕到车道上走，看着揪心。',
    followers: ['neighbour', 'crowd-7', 'crowd-11'],
    life: life.closed('works', 1500, '破损地砖已更换，下面重新做了垫层。'),
    rating: { waitHours: 30, rating: 4, isSolved: true },
    summary: '小学后门的人行道重新铺平，孩子们不用再绕到车道上。'
  },
  {
    ...seen('dark-riverside-walk', '6004', '2-1-6', daysAgo(16, '20:40'), 'crowd-3'),
    text: '沿河步道靠桥那头的灯不亮，散步只能打手电，路面还有台阶。',
    followers: ['neighbour'],
    life: life.closed('works', 540, '更换了灯头和一段老化线路，当晚已亮灯。'),
    rating: { waitHours: 20, rating: 5, isSolved: true, comment: '亮了！晚上又可以遛弯了。' },
    summary: '沿河步道的路灯修好了，夜里散步看得清台阶。'
  },
  {
    ...seen('broken-bench-by-the-water', '6008', '1-2-1', daysAgo(13, '10:05'), 'neighbour'),
    text: '河边长椅断了两根木条，钉子露在外面，老人坐下去容易夹到。',
    life: life.closed('works', 1260, '换上新木条，磨平了边角，钉子已处理。'),
    rating: { waitHours: 8, rating: 5, isSolved: true, comment: '坐过了，稳当。' },
    summary: '河边长椅换上了新木条，可以放心坐了。'
  },
  {
    ...seen('missing-manhole-cover', '6001', '2-2-2', daysAgo(10, '06:55'), 'crowd-4'),
    text: '井盖没了！我先插了根树枝，边上是公交站，赶紧来人。',
    photoCount: 2,
    life: life.closedAtOnce('works', 62, '现场先设围挡，随后装上新井盖并加了防坠网。'),
    rating: { waitHours: 6, rating: 5, isSolved: true, comment: '一个多小时就装好了。' },
    summary: '公交站旁缺失的井盖在两小时内补上，并加装防坠网。'
  },
  {
    ...seen('cars-on-the-footway', '3001', '1-2-3', daysAgo(17, '08:35'), 'crowd-5'),
    text: '人行道上停了车，盲道被压住一半，推婴儿车只能下到车道。',
    life: life.closed('traffic', 60, '已联系车主驶离，并在缘石边补装阻车柱。'),
    summary: '人行道上的车已驶离，路口补装了阻车柱，盲道通了。'
  },
  {
    ...seen('pothole-at-the-fork', '6003', '2-2-4', daysAgo(15, '18:20'), 'crowd-8'),
    text: '三岔口有个坑，下雨积满水看不出深浅，我同事骑电动车在那儿摔过一次。',
    life: life.closed('works', 1680, '坑槽切边后重新铺筑，路面已压实开放。'),
    rating: { waitHours: 26, rating: 4, isSolved: true },
    summary: '三岔口的坑洼已铺平压实，下雨天骑车不再提心吊胆。'
  },
  {
    ...seen('bare-flower-bed', '7001', '1-2-5', daysAgo(26, '15:10'), 'crowd-9'),
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
    ...seen('broken-bins-north-gate', '6009', '2-1-1', daysAgo(14, '12:25'), 'resident'),
    text: '小区北门两个垃圾桶都没盖了，一个还裂着口子。',
    life: life.closed('sanitation', 460, '更换两组带盖分类桶，脚踏试过都好用。'),
    rating: { waitHours: 18, rating: 4, isSolved: true },
    summary: '小区北门换上了带盖的分类桶。'
  },
  {
    ...seen('full-litter-box-on-market-day', '1002', '1-1-1', daysAgo(6, '07:20'), 'crowd-16'),
    text: '赶集那天果皮箱塞满了，旁边又堆了两袋，风一吹满地都是纸。',
    followers: ['crowd-13'],
    life: life.closed('sanitation', 75, '箱子清空，地面扫净。以后逢集中午加收一次。'),
    rating: { waitHours: 26, rating: 5, isSolved: true, comment: '今天又赶集，中午真的来收了。' },
    summary: '公交站旁的果皮箱清空扫净，逢集的日子中午加收一次。'
  },
  {
    ...seen('raised-tiles-on-the-way-to-the-clinic', '6002', '2-2-6', daysAgo(11, '09:05'), 'neighbour'),
    text: '去卫生站这段人行道的砖翘起来好几块，轮椅过不去，我推老伴绕了车道。',
    life: life.closed('works', 980, '翘起的砖全部重铺，垫层压实，轮椅试着走过一遍。'),
    rating: { waitHours: 15, rating: 5, isSolved: true },
    summary: '去卫生站路上翘起的人行道砖已经铺平，轮椅可以走了。'
  }
]
