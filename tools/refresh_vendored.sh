#!/bin/sh
# Refreshes what we keep of others' work for the screen: the compiled style sheet (Bootstrap in our theme), htmx, our parts of
# ECharts and the Tabler icons. For developers only; nothing at run time needs npm. Afterwards look at `git diff` and run the tests.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
web="$root/sidamping/edges/web"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit bootstrap@5.3.9 @tabler/icons@3 htmx.org@2.0.10 sass@1 echarts@6.1.0 esbuild@0.25
node_modules/.bin/sass --load-path=node_modules --no-source-map --style=compressed --quiet --silence-deprecation=import \
  "$root/tools/theme/style.scss" "$web/static/web/style.css"
mkdir -p "$web/notices" "$web/icons"
cp node_modules/bootstrap/LICENSE "$web/notices/bootstrap-5.3.9.txt"
cp node_modules/@tabler/icons/LICENSE "$web/notices/tabler-icons.txt"
python="$root/.venv/bin/python"
"$python" "$root/tools/keep_icons.py" node_modules/@tabler/icons/icons/outline "$root/tools/icons.txt" "$web/icons"
htmx=$("$python" -c "import django_htmx; print(django_htmx.__path__[0])")/static/django_htmx/htmx-2.min.js
cmp "$htmx" node_modules/htmx.org/dist/htmx.min.js # the wheel's copy is the published one
cp "$htmx" "$web/static/web/htmx-2.min.js"
cp node_modules/htmx.org/LICENSE "$web/notices/htmx-2.0.10.txt"
cp "$root/tools/charts/echarts.js" charts.js
node_modules/.bin/esbuild charts.js --bundle --minify --format=iife --global-name=echarts --target=es2018 \
  --legal-comments=none --log-level=error --outfile="$web/static/web/echarts-6.min.js"
{
  cat node_modules/echarts/NOTICE; printf '\n\n'; cat node_modules/echarts/LICENSE
  printf '\n== d3 (parts within ECharts)\n'; cat node_modules/echarts/licenses/LICENSE-d3
  printf '\n== zrender\n'; cat node_modules/zrender/LICENSE; printf '\n== tslib\n'; cat node_modules/tslib/LICENSE.txt
} >"$web/notices/echarts-6.1.0.txt"
cd "$web"
find static/web/style.css static/web/htmx-2.min.js static/web/echarts-6.min.js icons notices -type f | LC_ALL=C sort | xargs sha256sum > vendored.sha256
echo "refreshed: $(wc -l < vendored.sha256) files"
