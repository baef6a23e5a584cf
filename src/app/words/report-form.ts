import type { Place } from '#contract/places'
import type { ReportDetail, SimilarReport } from '#contract/report-shapes'
import { reportStateWords } from '#app/words/report-states'
import { dayWords, distanceWords } from '#app/words/time-words'

export const missingWords: Record<'category' | 'place' | 'time' | 'photo' | 'sentence' | 'landmark' | 'outside', string> = {
  category: '选一类',
  place: '定个位置',
  time: '说说什么时候',
  photo: '拍一张',
  sentence: '拍一张，不方便就写一句在哪、什么样',
  landmark: '写个旁边的地方',
  outside: '把位置挪进来'
}

/** 还差：选一类、定个位置 */
export const stillMissingWords = (missing: readonly (keyof typeof missingWords)[]) =>
  `还差：${missing.map(one => missingWords[one]).join('、')}`

export const observedChoiceWords: Record<'just-now' | 'earlier-today' | 'yesterday' | 'days-ago', string> = {
  'just-now': '刚才',
  'earlier-today': '今天早些时候',
  yesterday: '昨天',
  'days-ago': '前几天'
}

/** The part of a place people say to each other. */
export const placeWords = ({ community, grid }: Place) => `${community.name} · ${grid.name}`

/** Where a report is: its community and grid, the landmark beside it, and whether that is only about there. */
export const placeOfReportWords = ({ place, isApproximate, address }: Pick<ReportDetail, 'place' | 'isApproximate' | 'address'>) =>
  [`${isApproximate ? '大概位置：' : ''}${placeWords(place)}`, address].filter(Boolean).join(' · ')

const placeNameWords: Record<'none' | 'asking' | 'outside' | 'unknown', string> = {
  none: '还没有位置',
  asking: '正在看是哪个网格…',
  outside: '这个位置不在本地范围内',
  unknown: '位置记下了，连上网就知道是哪个网格'
}

export const nameWords = (name: { kind: keyof typeof placeNameWords } | { kind: 'named'; place: Place }) =>
  name.kind === 'named' ? placeWords(name.place) : placeNameWords[name.kind]

export const placeLineWords: Record<'outside' | 'refused' | 'unavailable' | 'album' | 'moved', string> = {
  outside: '把点挪进来就能发，照片和文字都还在。',
  refused: '没有拿到位置权限。在地图上指一下，或者选网格，也一样。',
  unavailable: '这会儿定不了位。在地图上指一下，或者选网格，也一样。',
  album: '相册里的照片不带位置，请指一下是在哪里。',
  moved: '点一下可以挪'
}

/** A business date is a day of the city's, whatever zone the phone is in. */
const onDay = (date: string, now: Date) => dayWords(`${date}T00:00:00+08:00`, now)

/** 离这里 25 米内 · 昨天上报 */
export const similarLineWords = (report: SimilarReport, now: Date) =>
  `离这里 ${distanceWords(report.distanceMetres)}内 · ${report.closedOn ? `${onDay(report.closedOn, now)}办结` : `${onDay(report.submittedOn, now)}上报`}`

export const similarPeopleWords = (report: SimilarReport) =>
  report.followerCount > 0 ? `还有 ${report.followerCount} 位邻居也遇到了` : reportStateWords[report.state].sentence

/** Which photo a refusal is about, before the sentence itself. */
export const photoFaultWords = (photoIndex: unknown, sentence: string) =>
  typeof photoIndex === 'number' ? `第 ${photoIndex + 1} 张：${sentence}` : sentence
