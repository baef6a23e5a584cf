import Taro, { useDidHide, useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'

export type Params = Record<string, string>

export const tabPages = [
  '/pages/home/index',
  '/pages/volunteer/index',
  '/pages/report/index',
  '/pages/quiz/index',
  '/pages/me/index'
] as const
export type TabPage = (typeof tabPages)[number]

/** What a tab page was opened with: `switchTab` carries no query, so it waits here until the page shows. */
const arrivals = new Map<string, Params>()

export const address = (path: string, params: Params = {}) => {
  const query = Object.entries(params).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  return query.length ? `${path}?${query.join('&')}` : path
}

const plainPath = (path: string) => '/' + (path.split('?', 1)[0] ?? '').replace(/^\//, '')

/** Opens a page over this one. */
export const go = (path: string, params?: Params) => void Taro.navigateTo({ url: address(path, params) })

/** Opens a page instead of this one. */
export const replace = (path: string, params?: Params) => void Taro.redirectTo({ url: address(path, params) })

export function switchTab(path: TabPage, params?: Params) {
  if (params) arrivals.set(path, params)
  void Taro.switchTab({ url: path })
}

export const reLaunch = (path: string, params?: Params) => void Taro.reLaunch({ url: address(path, params) })

/** One page back; home where there is nothing behind (a shared link, a reloaded tab). */
export function back() {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else switchTab('/pages/home/index')
}

export const currentPath = () => plainPath(Taro.getCurrentInstance().router?.path ?? '/pages/home/index')

/** What the browser's router adds to a query for itself. */
const isOfRouter = (name: string) => name.startsWith('$') || name === 'stamp'

/** The address of the page now shown, query and all, for `goAgain`. */
export function here(): string {
  const given = Object.entries((Taro.getCurrentInstance().router?.params ?? {}) as Params)
  const params = given.filter(([name]) => !isOfRouter(name)).map(([name, value]) => [name, decodeOnce(value)] as const)
  return address(currentPath(), Object.fromEntries(params))
}

/** Opens an address that `here` gave. */
export function goAgain(from: string) {
  const tab = tabPages.find(path => path === plainPath(from))
  if (tab) switchTab(tab)
  else void Taro.navigateTo({ url: from })
}

export const setTitle = (title: string) => void Taro.setNavigationBarTitle({ title })

/** What this page was opened with. */
export function useParams(): Params {
  const given = useRouter().params as Record<string, string | undefined>
  const params: Params = {}
  for (const [name, value] of Object.entries(given)) if (value !== undefined) params[name] = decodeOnce(value)
  return params
}

/** The mini-program hands the query over still encoded, the browser decoded. */
function decodeOnce(value: string) {
  if (process.env.TARO_ENV === 'h5') return value
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** For tab pages: what the last `switchTab(path, params)` brought along; a new object at each arrival. */
export function useArrival(path: TabPage): Params | undefined {
  const [arrival, setArrival] = useState<Params | undefined>(undefined)
  useDidShow(() => {
    const brought = arrivals.get(path)
    if (!brought) return
    arrivals.delete(path)
    setArrival(brought)
  })
  return arrival
}

export const useShow = (act: () => void) => useDidShow(act)
export const useHide = (act: () => void) => useDidHide(act)
export const useReachEnd = (act: () => void) => useReachBottom(act)

export function usePullToRefresh(act: () => Promise<unknown>) {
  usePullDownRefresh(() => {
    void act().finally(() => Taro.stopPullDownRefresh())
  })
}
