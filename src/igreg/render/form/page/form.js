(function () {
  var form = document.getElementById("form"), summary = document.getElementById("errors");
  var result = document.getElementById("result"), text = document.getElementById("text"), said = document.getElementById("said");
  var birth = document.getElementById("birth"), looked = document.getElementById("looked");
  var groups = Array.prototype.slice.call(form.querySelectorAll("[data-field]"));
  var tried = false;
  document.querySelectorAll("[data-script]").forEach(function (one) { one.hidden = false; });
  document.querySelectorAll("[data-paper]").forEach(function (one) { one.hidden = true; });
  function today() {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }
  function inputs(group) { return Array.prototype.slice.call(group.querySelectorAll("input, select, textarea")); }
  function answer(group) {
    var sort = group.dataset.sort, all = inputs(group);
    if (sort === "many" || sort === "flag") {
      return all.filter(function (one) { return one.checked; }).map(function (one) { return one.value; }).join("; ");
    }
    if (sort === "moment") return all[0].value + (all[0].value && all[1].value ? "T" + all[1].value : "");
    return all[0].value;
  }
  function fault(group) {
    var sort = group.dataset.sort, all = inputs(group), value = igregPlain(answer(group)), most = Number(group.dataset.most);
    if (all.some(function (one) { return one.validity && one.validity.badInput; })) return "Enter a day that there is";
    var number = igregNumber(value);
    if (number) return "This holds what looks like " + number + ". Take it out: no number of a person may be sent";
    if (sort === "moment" && all[1].value && !all[0].value) return "Enter the day as well as the time";
    if (!value) return group.dataset.needed ? (all.length > 1 && sort !== "moment" || all[0].tagName === "SELECT" ? "Choose an answer" : "Answer this question") : "";
    if ((sort === "day" || sort === "moment") && !/^[0-9]{4}-/.test(value)) return "Enter a year of four digits";
    if ((sort === "day" || sort === "moment") && value.slice(0, 10) > today()) return "This day is still to come";
    if ((sort === "day" || sort === "moment") && value < "1900") return "Enter a year from 1900 on";
    if (sort === "span" && !/^[1-9][0-9]{0,3} (?:day|week|month|year)s?$/.test(value)) return "Enter how long, such as 12 months";
    if (sort === "number" && !/^[0-9]{1,8}$/.test(value)) return "Enter a whole number, such as 12";
    if ((sort === "line" || sort === "lines") && value.length > most) return "Enter no more than " + most + " letters; there are " + value.length;
    return "";
  }
  function show(group) {
    var words = fault(group), place = group.querySelector(".error");
    place.textContent = words ? "Error: " + words : "";
    group.classList.toggle("wrong", Boolean(words));
    inputs(group).forEach(function (one) {
      if (one.type !== "checkbox" && one.type !== "radio") one.setAttribute("aria-invalid", words ? "true" : "false");
    });
    return words;
  }
  function mayBeBirth() {
    var day = new Date();
    return groups.some(function (group) { return /^lines?$/.test(group.dataset.sort) && igregBirth(answer(group), day); });
  }
  function warn() {
    var seen = mayBeBirth();
    if (!seen) looked.checked = false;
    birth.hidden = !seen;
    return seen && !looked.checked;
  }
  function list(faults) {
    var place = summary.querySelector("ul");
    place.textContent = "";
    faults.forEach(function (one) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = "#" + one[0];
      link.textContent = one[1];
      link.addEventListener("click", function (event) {
        event.preventDefault();
        document.getElementById(one[0]).focus();
      });
      item.appendChild(link);
      place.appendChild(item);
    });
    summary.hidden = !faults.length;
  }
  form.addEventListener("input", function (event) {
    var group = event.target.closest("[data-field]");
    result.hidden = true;
    if (group && (tried || group.classList.contains("left") || igregNumber(answer(group)))) show(group);
    warn();
  });
  form.addEventListener("focusout", function (event) {
    var group = event.target.closest("[data-field]");
    if (!group || group.contains(event.relatedTarget)) return;
    group.classList.add("left");
    if (answer(group) || group.classList.contains("wrong")) show(group);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    tried = true;
    var faults = [];
    groups.forEach(function (group) {
      var words = show(group);
      if (words) faults.push([inputs(group)[0].id, group.dataset.title + " " + words]);
    });
    if (warn()) faults.push(["looked", "Something looks like a date of birth: take it out, or say that it is none"]);
    list(faults);
    if (faults.length) { result.hidden = true; summary.focus(); return; }
    text.value = igregText(form.dataset.form, groups.map(function (group) { return [group.dataset.field, answer(group)]; }));
    var mail = document.getElementById("mail"), body = encodeURIComponent(text.value.replace(/\n/g, "\r\n"));
    mail.href = "mailto:" + encodeURIComponent(form.dataset.to).replace(/%40/g, "@") + "?subject=" + encodeURIComponent(form.dataset.subject) + "&body=" + body;
    document.getElementById("long").hidden = mail.href.length <= 1900;
    said.textContent = "";
    result.hidden = false;
    result.focus();
  });
  document.getElementById("copy").addEventListener("click", function () {
    function chosen() {
      text.select();
      said.textContent = document.execCommand("copy") ? "Copied." : "Press Ctrl and C to copy what is marked.";
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text.value).then(function () { said.textContent = "Copied."; }, chosen);
    } else chosen();
  });
  document.getElementById("save").addEventListener("click", function () {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text.value], { type: "text/plain;charset=utf-8" }));
    link.download = form.dataset.form + ".txt";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    said.textContent = "Saved as " + link.download + ".";
  });
  // Nothing stays: not when the page is left, nor when it is come back to.
  function clear() { form.reset(); text.value = ""; result.hidden = true; summary.hidden = true; birth.hidden = true; }
  window.addEventListener("pagehide", clear);
  window.addEventListener("pageshow", function (event) { if (event.persisted) clear(); });
})();
