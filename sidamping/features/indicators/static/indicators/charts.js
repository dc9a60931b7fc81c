// Charts of a board for officials at a desk, drawn from the rows of the table beside them. On phones, with data saved or
// without scripts the server's own picture stays (decision 0038). Nothing is fetched from elsewhere; nothing is inline.
(function () {
  "use strict";
  var MOST_BARS = 40, engine = document.currentScript.dataset.engine;
  var saving = navigator.connection && navigator.connection.saveData;
  if (saving || !window.matchMedia("(min-width: 768px)").matches) return;

  function colour(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

  function rowsOf(place) {
    var rows = document.querySelectorAll("#" + place.dataset.rows + " tr");
    return Array.prototype.map.call(rows, function (row) {
      var part = Number(row.dataset.part), whole = Number(row.dataset.whole);
      return { name: row.dataset.name, part: part, whole: whole, opens: row.dataset.opens,
               running: "running" in row.dataset, value: whole ? 100 * part / whole : null };
    });
  }

  function said(row) {
    if (!row.whole) return row.name;
    return row.name + "\n" + row.part + " / " + row.whole + " = " + row.value.toFixed(1).replace(".", ",") + " %";
  }

  // The month that runs is not over: a dashed line goes there from the last whole one.
  function series(kind, rows) {
    var last = rows.length - 1, ahead = last > 0 && rows[last].running;
    function line(look, shown) {
      return { type: kind, symbolSize: 8, barMaxWidth: 18, lineStyle: { type: look },
               data: rows.map(function (row, at) { return shown(at) ? row.value : null; }) };
    }
    var whole = line("solid", function (at) { return !ahead || at < last; });
    return ahead ? [whole, line("dashed", function (at) { return at >= last - 1; })] : [whole];
  }

  function options(kind, rows) {
    var names = { type: "category", data: rows.map(function (row) { return row.name; }),
                  axisLabel: kind === "line" ? { color: colour("--muted") } : { color: colour("--muted"), width: 200, overflow: "truncate" },
                  axisLine: { lineStyle: { color: colour("--line") } } };
    var shares = { type: "value", min: 0, max: 100, axisLabel: { formatter: "{value} %", color: colour("--muted") },
                   splitLine: { lineStyle: { color: colour("--line") } } };
    return {
      animation: false, color: [colour("--accent"), colour("--accent")], grid: { left: 8, right: 24, top: 12, bottom: kind === "line" ? 28 : 8, containLabel: true },
      xAxis: kind === "line" ? names : shares, yAxis: kind === "line" ? shares : names,
      tooltip: { trigger: "axis", renderMode: "richText", confine: true, backgroundColor: colour("--paper"),
                 borderColor: colour("--line"), textStyle: { color: colour("--ink") },
                 formatter: function (points) { return said(rows[points[0].dataIndex]); } },
      series: series(kind, rows)
    };
  }

  function draw(place) {
    var rows = rowsOf(place).reverse(), kind = place.dataset.chart;
    if (!rows.length) return;
    if (kind === "bar") {
      rows = rows.slice(-MOST_BARS);
      place.style.height = (rows.length * 28 + 60) + "px";
    }
    place.hidden = false;
    var chart = window.echarts.init(place, null, { renderer: "canvas" });
    chart.setOption(options(kind, rows));
    chart.on("click", function (point) { window.location.assign(rows[point.dataIndex].opens); });
    window.addEventListener("resize", function () { chart.resize(); });
    var served = place.previousElementSibling;
    if (served && served.matches("svg")) served.setAttribute("hidden", "");
  }

  var script = document.createElement("script");
  script.src = engine;
  script.addEventListener("load", function () {
    Array.prototype.forEach.call(document.querySelectorAll("[data-chart]"), draw);
  });
  document.head.append(script);
})();
