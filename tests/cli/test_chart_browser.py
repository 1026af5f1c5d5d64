"""Charts in a real Chromium, where one is installed: words lie in their boxes, the page runs without a fault."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.chart.registers import HOME
from tests.conftest import Ran, Write

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

MEASURE = """
const bad = [];
for (const node of document.querySelectorAll('.node')) {
  const right = Math.max(...[...node.querySelectorAll('rect')].map(e => e.getBBox()).map(b => b.x + b.width));
  for (const text of node.querySelectorAll('text')) {
    const box = text.getBBox();
    if (box.x + box.width > right + 0.5) bad.push(text.textContent);
  }
}
const box = document.getElementById('search');
let found = null, focused = null, told = null;
if (box) {
  box.value = 'caldicott';
  box.dispatchEvent(new Event('input'));
  found = document.getElementById('said').textContent;
  document.querySelector('#found button').click();
  focused = document.activeElement.getAttribute('aria-label');
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true}));
  told = document.activeElement.closest('section').querySelector('.told').textContent;
}
const outside = performance.getEntriesByType('resource').map(e => e.name);
const out = document.createElement('pre');
out.id = 'measured';
out.textContent = JSON.stringify({bad, found, focused, told, outside, count: document.querySelectorAll('.node').length});
document.body.append(out);
"""


def measured(page: Path, folder: Path) -> dict[str, Any]:
    """What a script finds in the page, once Chromium has drawn it."""
    text = page.read_text(encoding="utf-8")
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    trial = folder / "trial.html"
    trial.write_text(text.replace("</body>", f"<script>{MEASURE}</script></body>"), encoding="utf-8")
    words = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]
    words += ["--disable-quic", "--disable-background-networking", "--disable-component-update"]
    words += [f"--user-data-dir={folder / 'profile'}", "--dump-dom", trial.as_uri()]
    done = subprocess.run(words, capture_output=True, check=True, timeout=60)
    found = re.search(r'<pre id="measured">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found is not None, done.stderr.decode()[-500:]
    return dict(json.loads(html.unescape(found[1])))


def test_the_page_of_both_charts(write: Write, igreg: Callable[..., Ran], tmp_path: Path) -> None:
    odd = "- {id: odd, title: 'Ŵyn & Łukasz <b>Þóra</b> Ærø Ångström, ЖЩЮ', accountable_to: owner}\n"
    folder = write(HOME | {"roles.yaml": HOME["roles.yaml"] + odd})
    ran = igreg("chart", "all", folder, "--today", "2026-11-24", "--format", "html", "--out", tmp_path / "charts")
    assert ran.code == 0
    found = measured(tmp_path / "charts" / "charts.html", tmp_path)
    assert found["bad"] == []
    assert found["outside"] == []
    assert found["count"] == 15
    assert found["found"] == "1 found"
    assert found["focused"].startswith("Caldicott Guardian. Ana Reid")
    assert found["told"].startswith("Data Protection Officer.")
