import { measure, type Load, type Measured } from './load'
import { ANSWERERS, attemptOf, itemOf, ITEMS_EACH } from './seed-answers'
import { mint } from './joins'

/** What is aimed at: so many answers a second of 500 people, 99 of 100 within 80 ms. */
const PACE_PER_SECOND = 2_000
const SECONDS_MAX = 8

/**
 * 500 people answer at once, each on a connection of their own: first as fast as they are answered, which shows what the server can
 * do, then at 2,000 answers a second, which shows how long people wait. Each item is answered once.
 */
export async function measureAnswers(
  url: string,
  load: (name: string, body: Load['body'], seconds?: number) => Load,
  seconds: number
): Promise<Measured[]> {
  const tokens = await mint(url, ANSWERERS)
  let asked = 0
  const next = () => {
    const [person, place] = [asked % ANSWERERS, Math.floor(asked / ANSWERERS)]
    asked += 1
    if (place >= ITEMS_EACH) throw new Error('more was answered than there are items')
    return {
      path: '/api/quizzes/answerItem',
      token: tokens[person] ?? '',
      input: { attemptId: attemptOf(person), itemId: itemOf(person, place), answer: { optionIds: ['a'] }, milliseconds: 4_000 }
    }
  }
  const atOnce = { ...load('answer, 500 at once', next, Math.min(seconds, SECONDS_MAX)), connections: ANSWERERS }
  const paced = { ...load('answer, 500 people, 2,000/s', next, Math.min(seconds, SECONDS_MAX)), connections: ANSWERERS }
  return [await measure(atOnce), await measure({ ...paced, perSecondMax: PACE_PER_SECOND })]
}
