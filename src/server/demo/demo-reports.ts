import pointInPolygon from 'point-in-polygon-hao'
import type { ReportState } from '#contract/report-states'
import type { Point } from '#contract/shapes'
import { centreOf, demoArea, ringOf } from '#server/demo/demo-areas'
import type { Beat } from '#server/demo/demo-lives'
import { closedStories } from '#server/demo/demo-stories-closed'
import { publishedStories } from '#server/demo/demo-stories-published'
import { underwayStories } from '#server/demo/demo-stories-underway'
import { waitingStories } from '#server/demo/demo-stories-waiting'
import type { DemoReporter, DemoStory } from '#server/demo/demo-story'
import { businessDateIn, momentOf, momentsOf } from '#server/demo/demo-timeline'
import { seededRandom, seedOf } from '#server/demo/seeded-random'

/** One move of a planned report, in the words of `moveReport`; `by` names who makes it. */
export type DemoStep = Omit<Beat, 'wait' | 'reviewInDays'> & {
  at: Date
  /** Suspension: the business date of the review. */
  reviewOn?: string
}

export interface DemoReport {
  key: string
  categoryCode: string
  gridId: string
  point: Point
  submittedAt: Date
  reporter: DemoReporter
  text?: string
  showsNameToUnit: boolean
  /** Reports of one place share a seed, so their pictures show one place. */
  sceneSeed: number
  photoCount: 1 | 2
  followers: readonly DemoReporter[]
  steps: readonly DemoStep[]
  /** Where the last step leaves it. */
  state: ReportState
  suspensionRequest?: { at: Date; reasonCode: string; note: string; reviewOn: string }
  rating?: { at: Date; rating: number; isSolved: boolean; comment?: string }
  publication?: { at: Date; summary: string }
}

const HOUR = 3_600_000
/** Somebody reads a result before the city shows it. */
const HOURS_TO_PUBLICATION = 20
/** Small classes whose hours run at night too, as categories.csv says (`urgent` or `natural`). */
const roundTheClock: readonly string[] = ['5006', '6001', '6006', '6007', '7002', '8001', '8002', '9003']

const stories: readonly DemoStory[] = [...publishedStories, ...closedStories, ...waitingStories, ...underwayStories]

/** A point of the grid, away from its borders; a few metres aside where it is another report's place seen again. */
function pointOf(story: DemoStory): Point {
  const grid = demoArea(`demo-grid-${story.grid}`)
  const centre = centreOf(grid)
  const random = seededRandom(seedOf(story.samePlaceAs ?? story.key))
  const aside = story.samePlaceAs ? 0.00003 : 0
  for (;;) {
    const longitude = centre.longitude + random.between(-0.0042, 0.0042)
    const latitude = centre.latitude + random.between(-0.0036, 0.0036)
    const isWellInside = [0, 1, 2, 3].every(side => {
      const corner = [longitude + (side % 2 ? 0.0004 : -0.0004), latitude + (side < 2 ? 0.0004 : -0.0004)] as [number, number]
      return pointInPolygon(corner, [ringOf(grid)]) === true
    })
    if (isWellInside) return { longitude: Math.round(longitude * 1e6) / 1e6 + aside, latitude: Math.round(latitude * 1e6) / 1e6 }
  }
}

function planStory(story: DemoStory, now: Date): DemoReport {
  const submittedAt = momentOf(story.when, now)
  const moments = momentsOf(story.life, submittedAt, now, roundTheClock.includes(story.categoryCode))
  const steps = story.life.map(({ wait: _wait, reviewInDays, ...beat }, index): DemoStep => {
    const at = moments[index] ?? now
    return reviewInDays === undefined ? { ...beat, at } : { ...beat, at, reviewOn: businessDateIn(at, reviewInDays) }
  })
  const last = steps.at(-1)
  const after = (hours: number) => new Date(Math.min((last?.at ?? submittedAt).getTime() + hours * HOUR, now.getTime()))
  const { suspensionRequest: request, rating, summary } = story
  return {
    key: story.key,
    categoryCode: story.categoryCode,
    gridId: `demo-grid-${story.grid}`,
    point: pointOf(story),
    submittedAt,
    reporter: story.reporter,
    text: story.text,
    showsNameToUnit: story.showsNameToUnit ?? false,
    sceneSeed: seedOf(story.samePlaceAs ?? story.key) % 100_000,
    photoCount: story.photoCount ?? 1,
    followers: story.followers ?? [],
    steps,
    state: last?.to ?? 'submitted',
    suspensionRequest: request && {
      at: after(request.wait / 60),
      reasonCode: request.reasonCode,
      note: request.note,
      reviewOn: businessDateIn(now, request.reviewInDays)
    },
    rating: rating && { at: after(rating.waitHours), rating: rating.rating, isSolved: rating.isSolved, comment: rating.comment },
    publication: summary === undefined ? undefined : { at: after(HOURS_TO_PUBLICATION), summary }
  }
}

/**
 * Sixty reports of the thirty days before `now`, in every state, oldest first. The plan is data: it obeys the table of
 * moves, its conditions and every limit of the contract, and says nothing of a database.
 */
export function planDemoReports(now: Date): DemoReport[] {
  return stories.map(story => planStory(story, now)).sort((one, other) => one.submittedAt.getTime() - other.submittedAt.getTime())
}
