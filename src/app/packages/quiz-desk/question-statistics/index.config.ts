export default definePageConfig({ navigationBarTitleText: '题目统计' })
