// The Eleventy that ours is measured beside: Markdown alone, no templates inside of it, one layout.
module.exports = function (config) {
  config.addGlobalData("layout", "page.liquid");
  config.addGlobalData("permalink", () => (data) => `${data.page.fileSlug}/index.html`);
  return { markdownTemplateEngine: false, dir: { includes: "_includes" } };
};
