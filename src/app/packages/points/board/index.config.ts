export default definePageConfig({ navigationBarTitleText: '社区贡献榜' })
