export const ACTIVITY_PATH = '/packages/volunteer/activity/index'
export const ARRIVE_PATH = '/packages/volunteer/arrive/index'
export const SERVICE_PATH = '/packages/volunteer/service/index'
export const PROFILE_PATH = '/packages/volunteer/profile/index'
