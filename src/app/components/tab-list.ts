import type { IconName } from '#app/components/icon-names'
import type { TabPage } from '#app/platform/navigation'

/** The five tabs; the mini-program's own tab bar says the same in app.config.ts. */
export const tabs: readonly { path: TabPage; word: string; icon: IconName; isMain?: boolean }[] = [
  { path: '/pages/home/index', word: '首页', icon: 'home' },
  { path: '/pages/volunteer/index', word: '志愿', icon: 'volunteer' },
  { path: '/pages/report/index', word: '随手拍', icon: 'camera', isMain: true },
  { path: '/pages/quiz/index', word: '答题', icon: 'quiz' },
  { path: '/pages/me/index', word: '我的', icon: 'me' }
]
