const path = require('node:path')
const spoken = require('./spoken-views.json')

/**
 * Taro's templates for WeChat leave out the attributes screen readers need. This adds them to the parts our components are
 * made of, at build time (template) and at run time (the same list, so that the short names agree).
 */
module.exports = ctx => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (process.env.TARO_ENV !== 'weapp') return
      platform.template.mergeComponents(ctx, spoken)
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'spoken-views-runtime.js'))
    }
  })
}
