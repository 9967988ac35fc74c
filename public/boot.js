// Starts the app. It stays a plain file, in old syntax, so that even a browser
// that can't run the app can run this and say so.
(function () {
  "use strict";

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

  // Says so where the app would have been, with the helplines that stand there.
  // The app may have got as far as showing something: that stays.
  function giveUp(error) {
    console.error(error);
    document.documentElement.dataset.failed = "true";
  }

  var own = document.querySelector("script[data-wasm]");
  if (typeof WebAssembly !== "object") {
    giveUp(new Error("This browser has no WebAssembly."));
    return;
  }
  // Both start at once. Integrity of the wasm is checked here, as nothing in the
  // page's markup can; that of the module by its `modulepreload`.
  var wasm = fetch(own.dataset.wasm, own.dataset.integrity ? { integrity: own.dataset.integrity } : {});
  import(own.dataset.js)
    .then(function (app) {
      return app.default({ module_or_path: wasm });
    })
    .catch(giveUp);
  // Reported above; this keeps it from being reported again when `import` fails first.
  wasm.catch(function () {});
})();
