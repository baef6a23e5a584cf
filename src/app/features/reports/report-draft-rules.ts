import type { Category } from '#contract/report-shapes'
import type { REPORT_PHOTOS_MAX, REPORT_TEXT_MAX } from '#contract/reports'
import type { Point } from '#contract/shapes'

/** Written out, because importing the value would bring the whole contract and its schema library to the phone. */
export const photosMax: typeof REPORT_PHOTOS_MAX = 3
export const textMax: typeof REPORT_TEXT_MAX = 500

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
  category?: { code: string; name: string }
  photos: readonly DraftPhoto[]
  point?: Point
  /** Whether the place is where the photo was taken, or where somebody moved it. */
  pointFrom?: 'position' | 'map' | 'area'
  observedChoice?: ObservedChoice
  text: string
  showsNameToUnit: boolean
}

/** What the server takes, as far as the phone knows it before the photos are up. */
export interface ReportToSend {
  idempotencyKey: string
  categoryCode: string
  point: Point
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

export type Missing = 'category' | 'place' | 'time'

/** What has to be there before it can be sent, in the order of the page. A photo is welcome, and a noise has none. */
export function missingOf(draft: ReportDraft): Missing[] {
  const missing: Missing[] = []
  if (!draft.category) missing.push('category')
  if (!draft.point) missing.push('place')
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
    ...(text && { text }),
    ...(observedAt && { observedAt })
  }
}

/** Opened from a quick button: its category; the camera opens only where nothing was begun before. */
export function withArrival(draft: ReportDraft, code: string, categories: readonly Pick<Category, 'code' | 'name'>[]): ReportDraft {
  return { ...draft, category: { code, name: categories.find(category => category.code === code)?.name ?? '' } }
}
