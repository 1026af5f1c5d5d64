"use strict";
// The rules of the text, as igreg.forms.text has them; tests/forms/cases.json holds both to the same answers.
function igregPlain(value) {
  return String(value)
    .replace(/\r\n?|[\u2028\u2029\u0085\u000b\u000c]/g, "\n")
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\u200b\u2060]/g, "")
    .replace(/[ \t]+(?=\n|$)/g, "")
    .replace(/^[\n\t ]+|[\n\t ]+$/g, "");
}
function igregText(form, pairs) {
  function guarded(line) {
    return line === "" || /^(?: |\t|\||>|-----)/.test(line) ? ("| " + line).replace(/ +$/, "") : line;
  }
  var lines = ["-----BEGIN IGREG " + form + " 1-----"];
  pairs.forEach(function (pair) {
    var value = igregPlain(pair[1]);
    if (value === "") return;
    value.split("\n").forEach(function (line, number) {
      lines.push((number ? "  " : pair[0] + ": ") + guarded(line));
    });
  });
  lines.push("-----END IGREG-----");
  return lines.join("\n") + "\n";
}
// Numbers of a person: the check digit of an NHS number, and the form of a National Insurance number, never given out ones too.
function igregNumber(text) {
  var tens = String(text).match(/(?<![0-9])(?:[0-9]{10}|[0-9]{3}[ \u00a0-][0-9]{3}[ \u00a0-][0-9]{4})(?![0-9])/g) || [];
  for (var i = 0; i < tens.length; i++) {
    var digits = tens[i].replace(/[^0-9]/g, ""), total = 0;
    for (var j = 0; j < 9; j++) total += Number(digits[j]) * (10 - j);
    if (Number(digits[9]) === (11 - (total % 11)) % 11) return "an NHS number";
  }
  if (/(?<![0-9A-Za-z])[A-Z]{2}[ \u00a0-]?[0-9]{2}[ \u00a0-]?[0-9]{2}[ \u00a0-]?[0-9]{2}[ \u00a0-]?[A-D](?![0-9A-Za-z])/i.test(text)) return "a National Insurance number";
  return "";
}
// What may be a date of birth: a day beside the words for it, or any day more than two years ago.
function igregBirth(text, today) {
  if (/\b(?:d\.?\s?o\.?\s?b\b|born\b|date of birth)[^\n]{0,30}[0-9]/i.test(text)) return true;
  var year = today.getFullYear() - 2;
  var days = String(text).match(/\b(?:[0-9]{1,2}[\/. -](?:[0-9]{1,2}|[A-Za-z]{3,9})[\/. -](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2})\b/g) || [];
  return days.some(function (day) { return Number(day.match(/(?:19|20)[0-9]{2}/)[0]) <= year; });
}
