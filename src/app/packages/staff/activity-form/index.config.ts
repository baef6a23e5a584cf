export default definePageConfig({ navigationBarTitleText: '建活动' })
