export default definePageConfig({ navigationBarTitleText: '组织和队伍' })
