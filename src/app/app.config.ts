const isMiniProgram = process.env.TARO_ENV === 'weapp'

const tab = (pagePath: string, text: string, icon: string) => ({
  pagePath,
  text,
  iconPath: `assets/tab/${icon}.png`,
  selectedIconPath: `assets/tab/${icon}-selected.png`
})

/** Colours named with @ come from theme.json, which only the mini-program reads. */
const colour = (name: string, light: string) => (isMiniProgram ? `@${name}` : light)

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/volunteer/index',
    'pages/report/index',
    'pages/quiz/index',
    'pages/me/index',
    'pages/points/index',
    'pages/privacy/index',
    'pages/my-reports/index',
    'pages/report-detail/index'
  ],
  subPackages: [
    { root: 'packages/volunteer', pages: ['activity/index', 'arrive/index', 'service/index', 'profile/index'] },
    {
      root: 'packages/quiz',
      pages: [
        'attempt/index',
        'result/index',
        'knowledge/index',
        'mistakes/index',
        'survey/index',
        'contests/index',
        'contest/index',
        'contest-attempt/index',
        'contest-result/index',
        'contest-ranking/index'
      ]
    },
    {
      root: 'packages/points',
      pages: ['shelf/index', 'reward/index', 'redemption/index', 'redemptions/index', 'earn/index', 'board/index', 'badges/index']
    },
    {
      root: 'packages/staff',
      pages: [
        'work/index',
        'case/index',
        'map/index',
        'ranking/index',
        'sign-in/index',
        'activities/index',
        'activity-form/index',
        'desk/index',
        'hours/index',
        'integrity/index',
        'organisations/index',
        'rewards/index',
        'points/index'
      ]
    },
    // What a city sets once and seldom again: most staff never open it.
    { root: 'packages/city', pages: ['settings/index'] },
    {
      root: 'packages/quiz-desk',
      pages: [
        'bank/index',
        'question/index',
        'question-import/index',
        'question-statistics/index',
        'contests/index',
        'contest/index',
        'waves/index',
        'wave/index',
        'interview/index'
      ]
    }
  ],
  // What only staff open is fetched when they open it: nobody else ever downloads it.
  preloadRule: {
    // On site the network is often poor: what checking in needs is there before it is asked for.
    'pages/volunteer/index': { network: 'all', packages: ['packages/volunteer'] },
    'pages/points/index': { network: 'all', packages: ['packages/points'] },
    'pages/quiz/index': { network: 'all', packages: ['packages/quiz'] }
  },
  tabBar: {
    color: colour('inkSoft', '#57606A'),
    selectedColor: colour('primary', '#0A6E54'),
    backgroundColor: colour('card', '#FFFFFF'),
    borderStyle: isMiniProgram ? ('@border' as 'black') : 'white',
    list: [
      tab('pages/home/index', '首页', 'home'),
      tab('pages/volunteer/index', '志愿', 'volunteer'),
      tab('pages/report/index', '随手拍', 'camera'),
      tab('pages/quiz/index', '答题', 'quiz'),
      tab('pages/me/index', '我的', 'me')
    ]
  },
  window: {
    navigationBarTitleText: '同创',
    navigationBarBackgroundColor: colour('surface', '#F6F5F1'),
    navigationBarTextStyle: isMiniProgram ? '@textStyle' : 'black',
    backgroundColor: colour('surface', '#F6F5F1'),
    backgroundTextStyle: 'dark'
  },
  ...(isMiniProgram && {
    darkmode: true,
    themeLocation: 'theme.json',
    lazyCodeLoading: 'requiredComponents',
    requiredPrivateInfos: ['getLocation'],
    permission: { 'scope.userLocation': { desc: '用来认出你在哪个网格，找离你近的活动；签到时不给也行' } },
    __usePrivacyCheck__: true
  })
})
