// Starts the app. It stands in each page itself, before the style, so that it listens
// before anything can be tapped; in old syntax, so that even a browser that can't run
// the app can run this and say so.
(function () {
  "use strict";

  var root = document.documentElement;
  var own = document.querySelector("script[data-wasm]");

  // Attributes and elements that could run code. The app's own markup has none of
  // them; the Content-Security-Policy stops what this pattern may miss.
  var UNSAFE_HTML = /<(?:script|iframe|object|embed|img)|[\s"'/]on[a-z]+\s*=|javascript:/i;

  // Must come before the app, which sets markup through `template.innerHTML`.
  // There is no `createScript`: nobody here makes code out of a string.
  if (window.trustedTypes && window.trustedTypes.createPolicy) {
    window.trustedTypes.createPolicy("default", {
      createHTML: function (html) {
        if (UNSAFE_HTML.test(html)) throw new TypeError("This markup could run code.");
        return html;
      },
      createScriptURL: function (url) {
        var whole = new URL(url, document.baseURI).href;
        if (whole !== location.origin + "/sw.js") throw new TypeError("This script is not ours.");
        return whole;
      },
    });
  }

  // Says so below what stands there, with the helplines. What could be read before can
  // still be read.
  function giveUp(error) {
    console.error(error);
    root.dataset.failed = "true";
    while (forget.length) forget.pop()();
  }

  // -- "Exit this page", before the app is there and after: this is all there is of it. --

  var shifts = 0;
  var modified = false;
  var expiry;
  var title;

  // The page for any address has one in case that address is sensitive, or may be.
  if (/^\/(help|offer|activities\/.)/.test(location.pathname)) root.dataset.exit = "true";

  function panel() {
    return document.querySelector(root.dataset.exit ? ".exit" : ".exit:not(.exit-early)");
  }

  // Loading; press twice more; once more; expired.
  function phrase(index) {
    return panel().lastElementChild.textContent.split("|")[index];
  }

  // What can be seen goes first: the other site may take its time. It takes the place of
  // this page in the history.
  function leave() {
    var cover = document.createElement("div");
    cover.className = "exit-cover";
    cover.setAttribute("role", "alert");
    title = document.title;
    cover.textContent = document.title = phrase(0);
    document.body.className = "left";
    document.body.appendChild(cover);
    location.replace(panel().querySelector("a").href);
  }

  // Shows and says how often Shift was pressed; after a while that is forgotten.
  function count(pressed, said) {
    clearTimeout(expiry);
    shifts = panel() ? pressed : 0;
    if (!panel()) return;
    panel().dataset.pressed = pressed;
    panel().querySelector("[role=status]").textContent = said ? phrase(said) : "";
    if (said) expiry = setTimeout(count, 5000, 0, pressed && 3);
  }

  document.addEventListener("keyup", function (event) {
    if (event.key === "Shift" && !modified) {
      if (shifts < 2) count(shifts + 1, shifts + 1);
      else if (panel()) leave();
    } else if (shifts) {
      count(0, 3);
    }
    // Of Shift with a letter, the letter goes up first; then Shift itself doesn't count.
    modified = event.shiftKey;
  });

  document.addEventListener("click", function (event) {
    var link = panel() && event.target.closest && event.target.closest("a[href]");
    if (!link) return;
    var jumps = link.hash && link.pathname === location.pathname;
    var early = !root.dataset.ready && link.origin === location.origin && !jumps;
    if (/^nofollow/.test(link.rel)) leave();
    // As the app will do: from here, each page takes the place of the one before.
    else if (early && !(event.ctrlKey || event.metaKey || event.shiftKey)) location.replace(link.href);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // After Back, if the browser has kept the page as it was left.
  addEventListener("pageshow", function () {
    var cover = document.querySelector(".exit-cover");
    if (!cover) return;
    cover.remove();
    document.body.className = "";
    document.title = title;
    count(0);
  });

  // -- Until the app takes over: what is tapped and typed is not lost. --------------

  var forget = [];
  var taps = [];
  var pressed = false;
  var composing = false;
  var waiting = null;

  function listen(type, act) {
    document.addEventListener(type, act, true);
    forget.push(function () {
      document.removeEventListener(type, act, true);
    });
  }

  // The way from the app's root to an element. It leads to the same one in the app's own
  // screen, as long as both were made of the same content: so it is for buttons and
  // places, never for what somebody answered.
  function way(element) {
    var steps = [];
    while (element && element.id !== "app") {
      var parent = element.parentElement;
      if (!parent) return null;
      steps.unshift(Array.prototype.indexOf.call(parent.children, element));
      element = parent;
    }
    return element ? steps : null;
  }

  function follow(app, steps, like) {
    var found = steps && steps.reduce(function (at, step) {
      return at && at.children[step];
    }, app);
    return found && found.localName === like.localName && found.textContent === like.textContent ? found : null;
  }

  // The same field by its own name, and the same choice by what it stands for: the page
  // may be that of last time, and the survey may have changed since.
  function twin(app, field) {
    var name = window.CSS && CSS.escape;
    if (!name) return null;
    if (field.type === "radio" || field.type === "checkbox") {
      return app.querySelector('input[name="' + name(field.name) + '"][value="' + name(field.value) + '"]');
    }
    return field.id ? app.querySelector("#" + name(field.id)) : follow(app, way(field), field);
  }

  // The one button of a form changes its words with the answers; any other has its own.
  function twinOf(app, tap) {
    return tap.button.type === "submit" ? app.querySelector("form [type=submit]") : follow(app, tap.steps, tap.button);
  }

  // What only the app can do is noted and done afterwards; links, fields and lists do
  // their own work already.
  listen("click", function (event) {
    var button = event.target.closest && event.target.closest("#app button, #app a.skip-link");
    if (!button || (button.type === "submit" && button.form)) return;
    event.preventDefault();
    note(button);
  });
  listen("submit", function (event) {
    event.preventDefault();
    note(event.submitter || event.target.querySelector("[type=submit]"));
  });
  // Whoever taps again because nothing happens wants it once.
  function note(button) {
    if (button && taps.indexOf(button) < 0) taps.push(button);
  }
  // A press ends where it began: nothing is exchanged under a finger.
  ["pointerdown", "keydown"].forEach(function (type) {
    listen(type, function () {
      pressed = true;
    });
  });
  ["click", "pointercancel", "dragend", "keyup", "change", "focusout"].forEach(function (type) {
    listen(type, released);
  });
  // A press that becomes no click, as when it leaves the button.
  listen("pointerup", function () {
    setTimeout(released, 50);
  });
  listen("compositionstart", function () {
    composing = true;
  });
  listen("compositionend", function () {
    composing = false;
    proceed();
  });
  function released() {
    pressed = false;
    proceed();
  }
  function proceed() {
    // After the event itself: its own work comes first.
    if (waiting) setTimeout(waiting, 0);
  }
  // Also while a list may be open: nobody can tell, so while it has the focus.
  function busy() {
    var focused = document.activeElement;
    return !styled || pressed || composing || (focused && focused.localName === "select");
  }

  function say(element, type) {
    element.dispatchEvent(new Event(type, { bubbles: true }));
  }

  // Brings a field to where somebody has brought the one before.
  function carry(from, to) {
    if (from.localName === "details") {
      to.open = from.open;
    } else if (from.type === "radio" || from.type === "checkbox") {
      if (from.checked === from.defaultChecked) return;
      to.checked = from.checked;
      say(to, "change");
    } else if (from.localName === "select") {
      var chosen = from.options[from.selectedIndex];
      if (!chosen || chosen.defaultSelected) return;
      to.value = from.value;
      say(to, "change");
    } else if (from.value !== from.defaultValue && !to.value) {
      // What the app has there is a draft, and worth more than what was begun anew.
      to.value = from.value;
      say(to, "input");
    }
  }

  function exchange(old, app, language, direction) {
    var focused = old.contains(document.activeElement) ? document.activeElement : null;
    var selection = focused && "selectionStart" in focused ? [focused.selectionStart, focused.selectionEnd] : null;
    var steps = way(focused);
    var fields = [].slice.call(old.querySelectorAll("input, textarea, select, details"));
    var twins = fields.map(function (field) {
      return twin(app, field);
    });
    var last = taps.map(function (button) {
      return { button: button, steps: way(button) };
    });
    old.parentNode.replaceChild(app, old);
    root.lang = language;
    root.dir = direction;
    fields.forEach(function (field, index) {
      if (twins[index]) carry(field, twins[index]);
    });
    var place = focused && ((focused.id && document.getElementById(focused.id)) || follow(app, steps, focused));
    if (place) {
      place.focus({ preventScroll: true });
      if (selection && selection[0] !== null) place.setSelectionRange(selection[0], selection[1]);
    }
    root.dataset.ready = "true";
    while (forget.length) forget.pop()();
    var plain = document.getElementById("plain");
    if (plain) plain.remove();
    keepForNextTime();
    last.forEach(function (tap) {
      var to = twinOf(app, tap);
      if (to) to.click();
    });
  }

  // Called by the app, once, when its first screen is whole.
  window.harkTakeOver = function (app, whole, language, direction) {
    delete window.harkTakeOver;
    var old = document.getElementById("app");
    // Without words nothing can be said; and its text is worth more than a notice in its
    // place.
    if (!language || (!whole && "page" in old.dataset)) {
      giveUp(new Error("Not everything came."));
      return;
    }
    waiting = function () {
      if (busy() || !waiting) return;
      waiting = null;
      exchange(old, app, language, direction);
    };
    waiting();
    // It is small and was asked for first; a line that lost it must not keep the app away.
    setTimeout(dressed, 3000);
  };

  // -- What the page itself has no use for, and the app's next screens may have. -------

  var styled = !own.dataset.style;
  function dressed() {
    styled = true;
    proceed();
  }

  // Between the two parts of the page's own style, where it makes the whole of it: what
  // comes last there, the borough's colours too, has to stay last.
  function dress() {
    var link = document.createElement("link");
    link.rel = "stylesheet";
    link.integrity = own.dataset.styleIntegrity;
    link.href = own.dataset.style;
    link.onload = link.onerror = dressed;
    var first = document.querySelector("style");
    first.parentNode.insertBefore(link, first.nextSibling);
  }

  function draw(symbols) {
    var drawn = new DOMParser().parseFromString(symbols, "image/svg+xml").documentElement;
    [].slice.call(drawn.children).forEach(function (symbol) {
      if (!document.getElementById(symbol.id)) document.querySelector("body > svg").appendChild(symbol);
    });
  }

  // What this page was made of is kept, so that the next visit can begin on the device.
  function keepForNextTime() {
    if (!navigator.serviceWorker) return;
    navigator.serviceWorker
      .register("/sw.js")
      .then(function () {
        return navigator.serviceWorker.ready;
      })
      .then(function (registration) {
        var made = performance.getEntriesByType("resource").map(function (entry) {
          return entry.name;
        });
        registration.active.postMessage([location.origin + location.pathname].concat(made));
      })
      // Refused, as in private windows: then every visit is a first one.
      .catch(function () {});
  }

  // -- The language: chosen once, then the browser's, then the page's own. -----------

  function words() {
    var paths = {};
    own.dataset.languages.split(";").forEach(function (entry) {
      var parts = entry.split("|");
      paths[parts[0]] = parts[2];
    });
    var kept = null;
    try {
      kept = localStorage.getItem("hark.language");
    } catch (refused) {
      // Then nobody has chosen.
    }
    var wanted = [kept].concat(navigator.languages || [navigator.language], root.lang);
    for (var index = 0; index < wanted.length; index += 1) {
      var tag = wanted[index] || "";
      var path = paths[tag] || paths[tag.split("-")[0]];
      if (path) return path;
    }
    return "";
  }

  // -- Once the page can be read, everything else starts at once. ---------------------

  if (typeof WebAssembly !== "object" || !Element.prototype.closest) {
    giveUp(new Error("This browser has no WebAssembly."));
    return;
  }

  var started = false;
  function start() {
    if (started) return;
    started = true;
    root.dataset.words = words();
    if (!styled) dress();
    // What the app will ask for first; it finds it on its way.
    [root.dataset.words].concat(own.dataset.asks ? own.dataset.asks.split(" ") : []).forEach(function (path) {
      var link = document.createElement("link");
      link.rel = "preload";
      link.as = "fetch";
      link.crossOrigin = "anonymous";
      link.href = path;
      document.head.appendChild(link);
    });
    var module = document.createElement("link");
    module.rel = "modulepreload";
    module.integrity = own.dataset.moduleIntegrity;
    module.href = own.dataset.js;
    document.head.appendChild(module);
    var wasm = fetch(own.dataset.wasm, own.dataset.integrity ? { integrity: own.dataset.integrity } : {});
    import(own.dataset.js)
      .then(function (app) {
        if (app.symbols) draw(app.symbols);
        return app.default({ module_or_path: wasm });
      })
      .catch(giveUp);
    // Reported above; this keeps it from being reported again when `import` fails first.
    wasm.catch(function () {});
  }

  // The line is narrow: what can be read comes first, and what makes it work right after.
  // Where nothing is painted, because nobody looks, or no paint is told, it starts all
  // the same.
  addEventListener("load", function () {
    setTimeout(start, document.hidden ? 0 : 500);
  });
  try {
    new PerformanceObserver(start).observe({ type: "paint", buffered: true });
  } catch (unknown) {
    // Then once the page has loaded.
  }
})();
