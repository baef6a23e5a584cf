import Taro from '@tarojs/taro'
import type { Person, Persona } from '#contract/people'
import { call } from '#app/platform/call-operation'
import { deployment } from '#app/platform/deployment'
import { here, switchTab } from '#app/platform/navigation'
import { observed, useObserved } from '#app/platform/observed'
import { Offline, Refused } from '#app/platform/refused'
import { storage } from '#app/platform/storage'
import { toast } from '#app/platform/toast'
import { onTokenRefused, readToken, writeToken } from '#app/platform/token'

const KEY = 'person'

/** Who is signed in; what was kept last time stands until the server says otherwise. */
const person = observed<Person | undefined>(undefined)

function remember(next: Person | undefined) {
  if (next) storage.write(KEY, next)
  else storage.remove(KEY)
  person.set(next)
}

export const currentPerson = () => person.get()
export const usePerson = () => useObserved(person)
export const onPersonChange = person.onChange

export function enterSession(session: { token: string; person: Person }) {
  writeToken(session.token)
  remember(session.person)
}

/** This device knows nobody any more; the server is not asked. */
export function forgetSession() {
  writeToken(undefined)
  remember(undefined)
}

const ENDING_MILLISECONDS_MAX = 4_000
const late = () => new Promise<never>((_, reject) => setTimeout(() => reject(new Offline()), ENDING_MILLISECONDS_MAX))

/**
 * Ends the session on the server and forgets it here. Without network only the latter.
 * @returns whether the server has ended it
 */
export async function signOut(): Promise<boolean> {
  const hasEnded = await Promise.race([call.people.signOut({}), late()]).then(
    () => true,
    // A session the server does not know any more has ended already.
    (error: unknown) => error instanceof Refused && error.code === 'not-signed-in'
  )
  forgetSession()
  return hasEnded
}

export async function signInDemo(persona: Persona, handle?: string) {
  enterSession(await call.people.signInDemo({ persona, ...(handle && { handle }) }))
}

export async function signInWeChat() {
  const { code } = await Taro.login()
  enterSession(await call.people.signInWeChat({ code }))
}

/** Asks the server who I am now; a token it no longer knows signs out quietly. */
export async function refreshPerson() {
  try {
    remember(await call.people.getMe({}))
  } catch (error) {
    if (error instanceof Refused && error.code === 'not-signed-in') forgetSession()
    else throw error
  }
}

/** Takes up the session of last time. Called once, when the app starts. */
export function resumeSession() {
  onTokenRefused(forgetSession)
  const kept = storage.read<Person>(KEY)
  if (kept) person.set(kept)
  if (readToken() ?? kept) refreshPerson().catch(() => undefined)
}

/** To 我的 to sign in; it comes back here afterwards. */
export const goSignIn = () => switchTab('/pages/me/index', { from: here() })

/**
 * The person, signing in on the way where WeChat can do it silently. Undefined means: not signed in, the person was
 * brought to 我的 with a word about it, and the caller stops here. From there it goes on at `onwards`, else back here.
 */
export async function requireSignIn(onwards = here()): Promise<Person | undefined> {
  const known = person.get()
  if (known) return known
  if (process.env.TARO_ENV === 'weapp' && deployment.identity !== 'demo') {
    await signInWeChat()
    return person.get()
  }
  toast('先登录，再接着来')
  switchTab('/pages/me/index', { from: onwards })
  return undefined
}
