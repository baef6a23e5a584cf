/** The pages of this package. */
export const staffPaths = {
  work: '/packages/staff/work/index',
  case: '/packages/staff/case/index',
  map: '/packages/staff/map/index',
  settings: '/packages/staff/settings/index',
  ranking: '/packages/staff/ranking/index',
  signIn: '/packages/staff/sign-in/index',
  activities: '/packages/staff/activities/index',
  activityForm: '/packages/staff/activity-form/index',
  desk: '/packages/staff/desk/index',
  hours: '/packages/staff/hours/index',
  integrity: '/packages/staff/integrity/index',
  bank: '/packages/staff/bank/index',
  question: '/packages/staff/question/index'
} as const
