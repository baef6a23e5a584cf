export default definePageConfig({ navigationBarTitleText: '我记住了多少' })
