/** Reason codes the product knows, by the state a report moves to. Their words stand in the app; a city may add its own slugs. */
export const reasonCodes = {
  rejected: ['not-public-space', 'nothing-there', 'private-dispute', 'photo-unusable', 'abuse'],
  need_info: ['where-exactly', 'photo-unclear', 'what-is-wrong'],
  returned: ['wrong-unit', 'outside-our-area', 'already-gone'],
  rework: ['not-clean', 'wrong-place', 'photo-does-not-show'],
  suspended: ['needs-budget', 'weather', 'needs-owner', 'construction'],
  objection_refused: ['solved-on-site', 'other-problem'],
  rejected_for_good: ['not-public-space', 'nothing-there']
} as const
