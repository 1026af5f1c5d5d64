"""Whether something was changed in some folders."""

from __future__ import annotations

from pathlib import Path

from igreg.store.stamp import stamp


def test_a_stamp_changes_with_whatever_changes(tmp_path: Path) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    places = [folder, tmp_path / "igreg.toml"]
    seen = [stamp(places)]
    (folder / "a.yaml").write_text("a", encoding="utf-8")
    seen.append(stamp(places))
    (folder / "a.yaml").write_text("ab", encoding="utf-8")
    seen.append(stamp(places))
    (tmp_path / "igreg.toml").write_text("", encoding="utf-8")
    seen.append(stamp(places))
    (folder / "a.yaml").unlink()
    (folder / "gone").symlink_to(tmp_path / "nowhere")
    seen.append(stamp(places))
    assert len(set(seen)) == len(seen)
    assert stamp(places) == stamp(places)
