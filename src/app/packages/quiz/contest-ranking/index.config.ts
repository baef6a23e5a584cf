export default definePageConfig({ navigationBarTitleText: '竞赛排名' })
