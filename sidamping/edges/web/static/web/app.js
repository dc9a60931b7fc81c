// What pages do beyond plain HTML. Every page works without it; nothing here decides anything.
(function () {
  "use strict";
  var root = document.documentElement;
  var kept = {
    get: function (key) { try { return localStorage.getItem(key); } catch (refused) { return null; } },
    set: function (key, value) { try { localStorage.setItem(key, value); return true; } catch (refused) { return false; } },
    drop: function (key) { try { localStorage.removeItem(key); } catch (refused) { return; } }
  };
  function each(selector, work, within) { Array.prototype.forEach.call((within || document).querySelectorAll(selector), work); }
  function tell(words) { document.getElementById("kabar").textContent = words; }
  function cookie(name) {
    var found = document.cookie.match("(?:^|; )" + name + "=([^;]*)");
    return found ? decodeURIComponent(found[1]) : "";
  }
  function token() {
    var field = document.querySelector("input[name=csrfmiddlewaretoken]");
    return field ? field.value : cookie("csrftoken");
  }

  // Light and dark.
  each("[data-theme-switch]", function (button) { button.hidden = false; });

  // Copy and share.
  function textOf(selector) { var from = document.querySelector(selector); return "value" in from ? from.value : from.textContent; }
  function copied(button) {
    var word = button.querySelector("span") || button, before = button.dataset.word || word.textContent;
    button.dataset.word = before;
    word.textContent = button.dataset.done || (root.lang === "en" ? "Copied" : "Tersalin");
    tell(word.textContent);
    setTimeout(function () { word.textContent = before; }, 2000);
  }
  function copy(button) {
    var from = document.querySelector(button.dataset.copy);
    function byHand() { if (from.select) { from.select(); } if (document.execCommand("copy")) { copied(button); } }
    if (navigator.clipboard) { navigator.clipboard.writeText(textOf(button.dataset.copy)).then(function () { copied(button); }, byHand); } else { byHand(); }
  }
  if (navigator.share) { each("[data-share]", function (button) { button.hidden = false; }); }

  // Lines that can be added and removed: [data-rows] holds <template> and the rows; __prefix__ becomes the number.
  function addRow(holder) {
    var total = holder.querySelector("input[name$=TOTAL_FORMS]"), number = total ? Number(total.value) : holder.querySelectorAll("[data-row]").length;
    var html = holder.querySelector("template").innerHTML.replace(/__prefix__/g, number), box = document.createElement("div");
    box.innerHTML = html;
    var row = box.firstElementChild;
    (holder.querySelector("[data-row-list]") || holder).appendChild(row);
    if (total) { total.value = number + 1; }
    ready(row);
    var first = row.querySelector("input:not([type=hidden]),select,textarea");
    if (first) { first.focus(); }
  }
  function removeRow(row) {
    var gone = row.querySelector("input[name$=DELETE]"), holder = row.closest("[data-rows]");
    if (gone) { gone.checked = true; gone.value = "on"; row.hidden = true; } else {
      each("input,select,textarea", function (field) { field.disabled = true; }, row);
      row.hidden = true;
    }
    var next = holder.querySelector("[data-add-row]");
    if (next) { next.focus(); }
  }

  // Drafts: forms marked data-keep="key" keep themselves on this device until the server has them.
  var PREFIX = "draf:";
  function keepable(field) { return field.name && !/^(password|file|submit|button)$/.test(field.type) && field.name !== "csrfmiddlewaretoken" && !field.closest("[data-keep-not]"); }
  function remember(form) {
    var lines = [];
    Array.prototype.forEach.call(form.elements, function (field) {
      if (!keepable(field) || field.disabled) { return; }
      if ((field.type === "checkbox" || field.type === "radio") && !field.checked) { return; }
      lines.push([field.name, field.value]);
    });
    if (kept.set(PREFIX + form.dataset.keep, JSON.stringify({ at: Date.now(), lines: lines }))) { each("[data-kept]", function (sign) { sign.hidden = false; }, form); }
  }
  function restore(form) {
    var saved = kept.get(PREFIX + form.dataset.keep), values = {};
    if (!saved || form.querySelector("[data-faults]") || document.querySelector("[data-faults]")) { return; }
    try { saved = JSON.parse(saved); } catch (broken) { kept.drop(PREFIX + form.dataset.keep); return; }
    if (Date.now() - saved.at > 14 * 864e5) { kept.drop(PREFIX + form.dataset.keep); return; }
    saved.lines.forEach(function (line) { (values[line[0]] = values[line[0]] || []).push(line[1]); });
    each("[data-rows]", function (holder) {
      var total = holder.querySelector("input[name$=TOTAL_FORMS]"), wanted = total && values[total.name];
      for (var n = total ? Number(total.value) : 0; wanted && n < Number(wanted[0]) && n < 50; n++) { addRow(holder); }
    }, form);
    Array.prototype.forEach.call(form.elements, function (field) {
      if (!keepable(field) || !(Object.keys(values).length)) { return; }
      var given = values[field.name];
      if (field.type === "checkbox" || field.type === "radio") { field.checked = !!given && given.indexOf(field.value) >= 0; } else if (field.multiple) {
        Array.prototype.forEach.call(field.options, function (option) { option.selected = !!given && given.indexOf(option.value) >= 0; });
      } else if (given) { field.value = given.shift(); }
    });
    each("[data-kept]", function (sign) { sign.hidden = false; }, form);
  }
  // A form that was sent is only forgotten when the next page says so: <meta name="kept-done" content="key"> or a success message.
  function settle() {
    var sent = kept.get("draf-terkirim");
    if (!sent) { return; }
    kept.drop("draf-terkirim");
    if (document.querySelector(".message-success") && !document.querySelector("[data-faults]")) { kept.drop(PREFIX + sent); }
  }

  // Photos: shown before they are sent, made smaller where the device can.
  function preview(input) {
    var box = input.parentNode.querySelector(".preview") || input.parentNode.appendChild(document.createElement("div"));
    box.className = "preview";
    box.textContent = "";
    Array.prototype.forEach.call(input.files, function (file) {
      if (!/^image\//.test(file.type)) { return; }
      var image = new Image();
      image.alt = file.name;
      image.src = URL.createObjectURL(file);
      box.appendChild(image);
    });
  }
  function smaller(file) {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 3e5 || !window.createImageBitmap) { return Promise.resolve(file); }
    return createImageBitmap(file, { imageOrientation: "from-image" }).then(function (picture) {
      var scale = Math.min(1, 1600 / Math.max(picture.width, picture.height)), canvas = document.createElement("canvas");
      function attempt(times, quality) {
        canvas.width = Math.round(picture.width * times);
        canvas.height = Math.round(picture.height * times);
        canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
        return new Promise(function (done) { canvas.toBlob(done, "image/jpeg", quality); }).then(function (blob) {
          if (blob && blob.size > 3e5 && quality > 0.45) { return attempt(times * 0.85, quality - 0.1); }
          return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified }) : file;
        });
      }
      return attempt(scale, 0.82);
    }).catch(function () { return file; });
  }
  function photos(input) {
    preview(input);
    if (!window.DataTransfer || input.dataset.whole === "yes") { return; }
    var form = input.form, work = Promise.all(Array.prototype.map.call(input.files, smaller)).then(function (files) {
      var carrier = new DataTransfer();
      files.forEach(function (file) { carrier.items.add(file); });
      input.files = carrier.files;
    }).catch(function () { return null; });
    if (form) { form.shrinking = work; work.then(function () { form.shrinking = null; }); }
  }

  // Place: <button data-locate data-lat="#id_lat" data-lon="#id_lon" data-accuracy="#id_acc">.
  function locate(button) {
    var sign = button.parentNode.querySelector("[data-located]"), english = root.lang === "en";
    function say(words) { if (sign) { sign.textContent = words; } tell(words); }
    say(english ? "Looking for the place…" : "Mencari lokasi…");
    navigator.geolocation.getCurrentPosition(function (found) {
      var at = found.coords;
      document.querySelector(button.dataset.lat).value = at.latitude.toFixed(6);
      document.querySelector(button.dataset.lon).value = at.longitude.toFixed(6);
      if (button.dataset.accuracy) { document.querySelector(button.dataset.accuracy).value = Math.round(at.accuracy); }
      say((english ? "Place noted, within " : "Lokasi tercatat, ketelitian ") + Math.round(at.accuracy) + " m");
    }, function () { say(english ? "Place not available; go on without it." : "Lokasi tidak didapat; lanjutkan tanpa lokasi."); }, { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 });
  }

  // Area picker: [data-area] holds the hidden code, the visible text box and the list of results.
  function area(box) {
    var code = box.querySelector("input[type=hidden]"), text = box.querySelector("[data-area-text]"), list = box.querySelector(".area-results"), timer, asked = 0;
    function show(rows, words) {
      list.textContent = "";
      rows.forEach(function (row) {
        var item = document.createElement("li"), button = document.createElement("button"), path = document.createElement("small");
        button.type = "button";
        button.textContent = row.name;
        path.textContent = row.path;
        button.appendChild(path);
        button.addEventListener("click", function () { code.value = row.code; text.value = row.path ? row.name + ", " + row.path : row.name; list.textContent = ""; text.focus(); tell(text.value); code.dispatchEvent(new Event("change", { bubbles: true })); });
        item.appendChild(button);
        list.appendChild(item);
      });
      if (words) { tell(words); }
    }
    text.addEventListener("input", function () {
      code.value = "";
      clearTimeout(timer);
      var q = text.value.trim(), turn = ++asked;
      if (q.length < 3) { show([]); return; }
      timer = setTimeout(function () {
        fetch(box.dataset.area + "?format=json&q=" + encodeURIComponent(q) + (box.dataset.within ? "&di=" + box.dataset.within : ""), { headers: { Accept: "application/json" } })
          .then(function (answer) { return answer.json(); })
          .then(function (found) { if (turn === asked) { show(found.results, found.results.length + (root.lang === "en" ? " places found" : " wilayah ditemukan")); } })
          .catch(function () { show([]); });
      }, 250);
    });
  }

  // A sheet beside its list: <a data-sheet="#lembar"> opens the page's main part there when there is room.
  function beside(link, event) {
    var pane = document.querySelector(link.dataset.sheet);
    if (!pane || !pane.offsetParent || event.metaKey || event.ctrlKey || event.shiftKey) { return; }
    event.preventDefault();
    fetch(link.href, { headers: { Accept: "text/html" } }).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.text();
    }).then(function (html) {
      var page = new DOMParser().parseFromString(html, "text/html"), main = page.querySelector("main");
      each("link[rel=stylesheet]", function (style) {
        if (!document.querySelector('link[href="' + style.getAttribute("href") + '"]')) { document.head.appendChild(style); }
      }, page);
      pane.replaceChildren.apply(pane, Array.prototype.slice.call(main.childNodes));
      pane.scrollTop = 0;
      ready(pane);
      each("[data-sheet][aria-current]", function (other) { other.removeAttribute("aria-current"); });
      link.setAttribute("aria-current", "true");
    }).catch(function () { location.assign(link.href); });
  }

  function ready(within) {
    each("[data-area]", area, within);
    each("[data-needs-js]", function (part) { part.hidden = false; }, within);
    each("[data-locate]", function (button) { button.hidden = !navigator.geolocation; }, within);
  }

  document.addEventListener("click", function (event) {
    var at = event.target, hit;
    each("details.menu[open]", function (menu) { if (!menu.contains(at)) { menu.open = false; } });
    if ((hit = at.closest("[data-theme-switch]"))) {
      var next = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
      root.setAttribute("data-bs-theme", next);
      kept.set("theme", next);
    } else if ((hit = at.closest("[data-copy]"))) { copy(hit); } else if ((hit = at.closest("[data-share]"))) {
      navigator.share({ text: textOf(hit.dataset.share) }).catch(function () { return null; });
    } else if ((hit = at.closest("[data-add-row]"))) { addRow(hit.closest("[data-rows]")); } else if ((hit = at.closest("[data-remove-row]"))) {
      removeRow(hit.closest("[data-row]"));
    } else if ((hit = at.closest("[data-sheet]"))) { beside(hit, event); } else if ((hit = at.closest("[data-locate]"))) { locate(hit); } else if ((hit = at.closest("[data-print-page]"))) { window.print(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { each("details.menu[open]", function (menu) { menu.open = false; menu.querySelector("summary").focus(); }); }
  });
  document.addEventListener("change", function (event) {
    var field = event.target;
    if (field.type === "file" && /image/.test(field.accept)) { photos(field); }
    if (field.matches("[data-submit-on-change] select, [data-submit-on-change] input")) { field.form.requestSubmit(); }
  });
  var timer;
  document.addEventListener("input", function (event) {
    var form = event.target.closest && event.target.closest("form[data-keep]");
    if (form) { clearTimeout(timer); timer = setTimeout(function () { remember(form); }, 400); }
  });
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.shrinking) { event.preventDefault(); var by = event.submitter; form.shrinking.then(function () { form.requestSubmit(by); }); return; }
    if (form.dataset.sent === "yes") { event.preventDefault(); return; }
    if (form.method === "post") { form.dataset.sent = "yes"; setTimeout(function () { form.dataset.sent = ""; }, 8000); }
    if (form.dataset.keep) { remember(form); kept.set("draf-terkirim", form.dataset.keep); }
  });
  window.addEventListener("pageshow", function () { each("form", function (form) { form.dataset.sent = ""; }); });
  document.addEventListener("htmx:configRequest", function (event) { event.detail.headers["X-CSRFToken"] = token(); });
  document.addEventListener("htmx:afterSwap", function (event) { ready(event.detail.target); });

  settle();
  ready(document);
  each("form[data-keep]", restore);
  each(".days .day-today", function (day) { var strip = day.parentNode; strip.scrollLeft = day.offsetLeft - strip.clientWidth / 2 + day.offsetWidth / 2; });
  var sheet = document.querySelector("[data-sheet]"), faults = document.querySelector("[data-faults]");
  if (sheet && document.querySelector(sheet.dataset.sheet) && matchMedia("(min-width: 1200px)").matches) { sheet.click(); }
  if (faults) { faults.focus(); }
})();
