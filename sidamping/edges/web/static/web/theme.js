(function () {
  var root = document.documentElement, kept = null;
  try { kept = localStorage.getItem("theme"); } catch (refused) { kept = null; }
  var dark = kept ? kept === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  root.setAttribute("data-bs-theme", dark ? "dark" : "light");
  root.classList.add("js");
})();
