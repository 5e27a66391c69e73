// Finds datasets by their titles and by the areas and commodities they have figures of.
(function () {
  "use strict";
  var data = window.portbook;
  var box = document.getElementById("search");
  var query = document.getElementById("query");
  var found = document.getElementById("found");
  if (!data || !box || !query || !found) { return; }
  box.hidden = false;
  var MOST = 20;

  function folded(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  var datasets = data.datasets.map(function (one) {
    return { title: one[0], about: one[1], path: one[2], text: folded(one[0] + " " + one[1]) };
  });
  var words = data.words.map(function (one) {
    return { word: one[0], of: one[1], text: folded(one[0]) };
  });

  function item(path, title, about) {
    var line = document.createElement("li");
    var link = document.createElement("a");
    link.href = path;
    link.textContent = title;
    line.appendChild(link);
    var small = document.createElement("small");
    small.textContent = " " + about;
    line.appendChild(small);
    return line;
  }

  function answer() {
    var parts = folded(query.value).split(/\s+/).filter(Boolean);
    found.textContent = "";
    if (parts.length === 0) { return; }
    var hit = function (one) {
      return parts.every(function (part) { return one.text.indexOf(part) >= 0; });
    };
    var lines = datasets.filter(hit).map(function (one) {
      return item(one.path, one.title, one.about);
    });
    words.filter(hit).slice(0, MOST).forEach(function (one) {
      one.of.forEach(function (at) {
        lines.push(item(datasets[at].path, one.word, "in " + datasets[at].title));
      });
    });
    lines.slice(0, MOST).forEach(function (line) { found.appendChild(line); });
    if (lines.length === 0) {
      var none = document.createElement("li");
      none.textContent = "Nothing is called that.";
      found.appendChild(none);
    }
  }

  query.addEventListener("input", answer);
  answer();
  document.body.setAttribute("data-done", "");
}());
