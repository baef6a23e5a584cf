import type { ReportDetail, ReportPoints } from '#contract/report-shapes'

const nothingWords = (clipped: number) =>
  clipped > 0 ? '办结那天你的上报积分已经满了，这一件不再计。' : '这一件的积分收回了，重新办好后再计。'

/** What it gave, and when it can be used; `mayConfirm` where an answer, whichever, brings it sooner. */
export function pointsOfReportWords(
  { given, pending, clipped }: ReportPoints,
  { releaseDay, mayConfirm }: { releaseDay?: string | undefined; mayConfirm: boolean }
): string {
  if (given <= 0) return nothingWords(clipped)
  const cap = clipped > 0 ? '（那天的上报积分满了，多的不计）' : ''
  if (pending <= 0) return `你得到 ${given} 积分，已经到账${cap}。`
  const sooner = mayConfirm ? '；说一声解决没有，马上到账' : ''
  return `你得到 ${given} 积分，${releaseDay ? `${releaseDay}到账` : '过了反馈期到账'}${sooner}${cap}。`
}

/** Of a follower: nothing to press, so nothing to promise. */
export const pointsOfFollowerWords = ({ given, pending, clipped }: ReportPoints) =>
  given > 0 ? `你得到 ${given} 积分${pending > 0 ? '，过了反馈期到账' : '，已经到账'}。` : nothingWords(clipped)

export const followerCountWords = (report: Pick<ReportDetail, 'viewer' | 'followerCount'>): string | undefined => {
  if (report.viewer === 'follower') return report.followerCount > 1 ? `你和另外 ${report.followerCount - 1} 位邻居在关注` : '你在关注这一件'
  return report.followerCount > 0 ? `还有 ${report.followerCount} 位邻居也遇到了` : undefined
}

export const detailWords = {
  changed: '刚刚有了变化，已换成最新的。看一眼再决定。',
  answered: '答好了，社区接着看。',
  withdrawn: '已撤回。',
  thanks: '谢谢，记下了。',
  objected: '收到了，会换一位同志重新看。',
  withdrawTitle: '撤回这一条？',
  withdrawSentence: '撤回后社区就不再看它了，撤回不能取消。问题还在的话，可以再报一次。',
  statementMissing: '写两句，或者拍一张，都行。',
  ratingMissing: '先点一下几颗星。'
} as const
