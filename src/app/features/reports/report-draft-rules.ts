import type { Category } from '#contract/report-shapes'
import type { LANDMARK_MAX, LANDMARK_MIN, REPORT_PHOTOS_MAX, REPORT_TEXT_MAX, SENTENCE_MIN } from '#contract/reports'
import type { Point } from '#contract/shapes'

/** Written out, because importing the value would bring the whole contract and its schema library to the phone. */
export const photosMax: typeof REPORT_PHOTOS_MAX = 3
export const textMax: typeof REPORT_TEXT_MAX = 500
export const landmarkMax: typeof LANDMARK_MAX = 60

export interface DraftPhoto {
  /** Where the photo vault keeps it. */
  key: string
  takenAt: string
  isFromAlbum: boolean
}

/** What the person answers when an album photo cannot say when it was taken. */
export const observedChoices = ['just-now', 'earlier-today', 'yesterday', 'days-ago'] as const
export type ObservedChoice = (typeof observedChoices)[number]

/** A report on the phone, before the server has it. Kept at every change. */
export interface ReportDraft {
  /** Made once per intent: however often it is sent, it counts once. */
  idempotencyKey: string
  /** `needsPhoto` is false for what cannot be photographed. */
  category?: { code: string; name: string; needsPhoto?: boolean | undefined }
  photos: readonly DraftPhoto[]
  point?: Point
  /** Whether the place is where the photo was taken, or where somebody moved it. */
  pointFrom?: 'position' | 'map' | 'area'
  observedChoice?: ObservedChoice
  text: string
  /** A place beside it; needed where the place is a whole grid. */
  landmark?: string
  showsNameToUnit: boolean
}

/** What the server takes, as far as the phone knows it before the photos are up. */
export interface ReportToSend {
  idempotencyKey: string
  categoryCode: string
  point: Point
  isApproximate?: boolean
  landmark?: string
  text?: string
  observedAt?: string
  showsNameToUnit: boolean
}

export const newDraft = (idempotencyKey: string): ReportDraft => ({ idempotencyKey, photos: [], text: '', showsNameToUnit: false })

/** Whether there is anything a person would miss. */
export const isStarted = (draft: ReportDraft) => draft.photos.length > 0 || draft.text.trim() !== ''

export const roomForPhotos = (draft: ReportDraft) => photosMax - draft.photos.length

export function withPhotos(draft: ReportDraft, photos: readonly DraftPhoto[]): ReportDraft {
  return { ...draft, photos: [...draft.photos, ...photos].slice(0, photosMax) }
}

export function withoutPhoto(draft: ReportDraft, key: string): ReportDraft {
  const photos = draft.photos.filter(photo => photo.key !== key)
  return { ...draft, photos, observedChoice: photos.some(photo => photo.isFromAlbum) ? draft.observedChoice : undefined }
}

/** Only what was seen through the camera says where and when by itself; a phone strips that from its album. */
export const needsTime = (draft: ReportDraft) => draft.photos[0]?.isFromAlbum === true

export type Missing = 'category' | 'photo' | 'sentence' | 'place' | 'landmark' | 'time'

/** As the server counts: characters people see. */
const lengthOf = (said = '') => Array.from(said.replace(/\s/g, '')).length
const sentenceMin: typeof SENTENCE_MIN = 4
const landmarkMin: typeof LANDMARK_MIN = 2

/** Chosen as a grid: the point is only its middle. */
export const isApproximate = (draft: ReportDraft) => draft.pointFrom === 'area'

function missingEvidence({ photos, category, text }: ReportDraft): Missing[] {
  if (photos.length > 0 || !category) return []
  if (category.needsPhoto ?? true) return ['photo']
  return lengthOf(text) < sentenceMin ? ['sentence'] : []
}

/** What has to be there before it can be sent. A photo, or for what has none, such as a noise, a sentence. */
export function missingOf(draft: ReportDraft): Missing[] {
  const missing: Missing[] = []
  if (!draft.category) missing.push('category')
  missing.push(...missingEvidence(draft))
  if (!draft.point) missing.push('place')
  if (isApproximate(draft) && lengthOf(draft.landmark) < landmarkMin) missing.push('landmark')
  if (needsTime(draft) && !draft.observedChoice) missing.push('time')
  return missing
}

const HOUR_MILLISECONDS = 3_600_000
const hoursBefore: Record<ObservedChoice, number> = { 'just-now': 0, 'earlier-today': 3, yesterday: 24, 'days-ago': 72 }

/** The shutter's moment of a camera photo; for an album photo what the person said, to the hour. ISO, UTC. */
export function observedAtOf(draft: ReportDraft, now: Date): string | undefined {
  if (!needsTime(draft)) return draft.photos[0]?.takenAt
  return draft.observedChoice && new Date(now.getTime() - hoursBefore[draft.observedChoice] * HOUR_MILLISECONDS).toISOString()
}

/** What goes to the server; `undefined` while something is missing. */
export function toSend(draft: ReportDraft, now: Date): ReportToSend | undefined {
  if (missingOf(draft).length > 0 || !draft.category || !draft.point) return undefined
  const text = draft.text.trim()
  const observedAt = observedAtOf(draft, now)
  return {
    idempotencyKey: draft.idempotencyKey,
    categoryCode: draft.category.code,
    point: draft.point,
    showsNameToUnit: draft.showsNameToUnit,
    ...(isApproximate(draft) && { isApproximate: true }),
    ...(draft.landmark?.trim() && { landmark: draft.landmark.trim() }),
    ...(text && { text }),
    ...(observedAt && { observedAt })
  }
}

/** Opened from a quick button: its category; the camera opens only where nothing was begun before. */
export function withArrival(
  draft: ReportDraft,
  code: string,
  categories: readonly Pick<Category, 'code' | 'name' | 'needsPhoto'>[]
): ReportDraft {
  const { name = '', needsPhoto } = categories.find(category => category.code === code) ?? {}
  return { ...draft, category: { code, name, ...(needsPhoto === false && { needsPhoto }) } }
}
