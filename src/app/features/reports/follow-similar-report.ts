import type { SimilarReport } from '#contract/report-shapes'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'

export interface FollowedReport {
  reportId: string
  /** 0 where it was followed before. */
  followerCount: number
}

/** 我也遇到. Following twice is no fault of the person's: they follow, which is what they wanted. */
export async function followSimilarReport({ reportId, ticket }: Pick<SimilarReport, 'reportId' | 'ticket'>): Promise<FollowedReport> {
  try {
    return await call.reports.followReport({ reportId, ticket })
  } catch (error) {
    if (error instanceof Refused && error.code === 'already-followed') return { reportId, followerCount: 0 }
    throw error
  }
}
