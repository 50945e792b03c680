// One page twice: an article with the element in its column, and the same article with the same space left empty.
const PARAGRAPH =
  'نص يملأ العمود كما تملؤه مقالة: سطور عادية بخط المتصفح، لا صور فيها ولا برنامج، حتى لا يقاس من الصفحة إلا ما أضيف إليها. ';

const page = (script, block) => `<!doctype html>
<html lang="ar-MA" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="An article with a block for the weather beside it.">
<title>Article</title>
<link rel="icon" href="data:,">
<style>body{font:16px/1.6 sans-serif;max-inline-size:40rem;margin:1rem auto;padding:0 1rem}
.block{display:block;min-block-size:17rem}</style>
${script}
</head>
<body>
<main>
<h1>مقالة</h1>
${block}
${`<p>${PARAGRAPH.repeat(4)}</p>\n`.repeat(6)}</main>
</body>
</html>
`;

export const pages = new Map([
  [
    '/with',
    page(
      '<script async src="/widget/v1/weather-widget.js"></script>',
      '<weather-widget class="block" place="2542997" lang="ar-MA" layout="card" days="5"></weather-widget>',
    ),
  ],
  ['/without', page('', '<div class="block"></div>')],
]);
