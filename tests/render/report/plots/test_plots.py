"""Plots and matrices as drawings: words never stand on one another, nothing leaves the drawing, and what is drawn is so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igreg.drawing.metrics import width
from igreg.drawing.scene import Item, Rectangle, Scene, Stroke, Words
from igreg.render.report.plots.bars import MOST_LYING
from igreg.render.report.plots.frame import WIDE
from igreg.render.report.plots.scale import figure, scale
from igreg.render.report.plots.scene import scenes
from igreg.report.paper import Matrix, Plot, Series

MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
LONG = tuple(f"Community nursing and therapies, team {n} of the north" for n in range(50))


def plot(form: str, *series: Series, labels: Sequence[str] = MONTHS, unit: str = "incidents", **more: object) -> Plot:
    return Plot("Title", "What it shows.", form, unit, tuple(labels), series, **more)  # type: ignore[arg-type]


def flat(items: Sequence[Item]) -> Iterator[Item]:
    yield from items


def words(scene: Scene) -> list[Words]:
    return [item for item in flat(scene.items) if isinstance(item, Words)]


def texts(scene: Scene) -> list[str]:
    return [word.text for word in words(scene)]


def assert_clear(scene: Scene) -> None:
    """No words stand on one another, and all of them within the drawing."""
    boxes = []
    for word in words(scene):
        wide = width(word.text, word.size, word.bold)
        box = (word.x, word.y - word.size * 0.72, word.x + wide, word.y + word.size * 0.2)
        assert box[0] >= -0.5 and box[2] <= scene.width + 0.5, word
        assert box[1] >= -0.5 and box[3] <= scene.height + 0.5, word
        boxes.append((word.text, box))
    for (one, a), (other, b) in combinations(boxes, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, f"{one!r} stands on {other!r}"


PLOTS = {
    "one line that is foretold": plot(
        "lines", Series("Trained", (97.1, 96.8, 96.2, 95.9, 96.4, 95.2, 94.8, 94.9, 93, 92, 91.5, 90), 8),
        unit="per cent", target=95, target_name="wanted",
    ),
    "lines that end alike": plot(
        "lines", *(Series(f"Team {n}", tuple(90 + k / 10 for k in range(12))) for n in range(9)), target=95
    ),
    "more lines than there is room beside": plot(
        "lines", *(Series(f"Team {n} of the north and of the south", tuple(range(12))) for n in range(14))
    ),
    "long names of months": plot("lines", Series("x", tuple(range(24))), labels=[f"{m} 2026" for m in MONTHS * 2]),
    "one point": plot("lines", Series("x", (3.5,)), labels=("Nov",)),
    "foretold from the start": plot("lines", Series("x", tuple(range(12)), 0)),
    "bars": plot("bars", Series("Now", tuple(range(12))), Series("Before", (4,) * 12), target=6),
    "bars foretold": plot("bars", Series("Now", tuple(range(12)), 7)),
    "nothing happened": plot("bars", Series("Now", (0,) * 12)),
    "below nothing": plot("bars", Series("x", (-1200.0, 3000.5)), labels=("A", "B")),
    "nothing but below nothing": plot("bars", Series("x", (-2.0, -1.5)), labels=("A", "B")),
    "one bar below nothing": plot("bars", Series("x", (-2.0,)), labels=("W",)),
    "lying bars below nothing": plot("bars", Series("x", (-2.0, None)), labels=LONG[:2]),
    "lying bars": plot("bars", Series("x", tuple(range(20))), labels=LONG[:20], unit="per cent", target=95),
    "lying bars of two": plot("bars", Series("x", (97, 3, None)), Series("y", (100, 0, 2), 1), labels=LONG[:3]),
    "great numbers lying": plot("bars", Series("x", (12_345_678.5, 0.5, 3)), labels=LONG[:3]),
    "a long legend": plot("bars", *(Series(f"A series with a long name, number {n}", (n,) * 12) for n in range(5))),
    "a very long name": plot("bars", Series("word " * 60, (1, 2)), Series("y", (1, 2)), labels=("a", "b" * 90)),
}  # fmt: skip


@pytest.mark.parametrize("name", PLOTS)
def test_no_words_stand_on_one_another(name: str) -> None:
    for scene in scenes(PLOTS[name], "plot"):
        assert_clear(scene)


labels = st.lists(st.text("abc ÄW", min_size=1, max_size=30), min_size=1, max_size=14)
value = st.one_of(st.none(), st.floats(-500, 5000), st.integers(0, 100_000))


def test_values_of_two_series_side_by_side_do_not_touch() -> None:
    both = (Series("a", (20705.0, *[None] * 5)), Series("b", (19330.0, *[None] * 5)))
    for scene in scenes(plot("bars", *both, labels="WWWWWW"), "plot"):
        assert_clear(scene)


@given(data=st.data(), form=st.sampled_from(["bars", "lines"]), labels=labels, count=st.integers(1, 4))
def test_no_words_of_any_plot_do(data: st.DataObject, form: str, labels: list[str], count: int) -> None:
    values = st.tuples(*[value.map(lambda v: v if v is None else round(float(v), 1))] * len(labels))
    series = [Series(f"Series {n}", data.draw(values), data.draw(st.none() | st.integers(0, 3))) for n in range(count)]
    target = data.draw(st.none() | st.integers(0, 100))
    for scene in scenes(plot(form, *series, labels=labels, target=target), "plot"):
        assert_clear(scene)
        assert scene.width == WIDE


def test_a_line_is_named_at_its_end_with_its_last_value_and_so_is_the_target() -> None:
    [scene] = scenes(PLOTS["one line that is foretold"], "plot")
    assert {"Trained: 90", "wanted: 95", "foretold", "per cent"} <= {*texts(scene)}
    assert {"97.1", "96.4"} <= {*texts(scene)}, "the values of a single line stand at its points"


def test_what_is_foretold_is_dashed() -> None:
    [scene] = scenes(plot("lines", Series("x", (1, 2, 3, 4), 2), labels="abcd"), "plot")
    lines = [item for item in flat(scene.items) if isinstance(item, Stroke) and item.weight == 1.8]
    assert [bool(line.dashes) for line in lines] == [False, True, True]


def test_a_line_is_broken_where_nothing_is_known() -> None:
    [scene] = scenes(plot("lines", Series("x", (1, 2, None, 4)), labels="abcd"), "plot")
    assert len([item for item in flat(scene.items) if isinstance(item, Stroke) and item.weight == 1.8]) == 1


def test_bars_begin_at_nothing_and_say_their_value() -> None:
    [scene] = scenes(plot("bars", Series("x", (90, 95)), labels="ab"), "plot")
    assert {"0", "90", "95"} <= {*texts(scene)}
    heights = [item.height for item in flat(scene.items) if isinstance(item, Rectangle) and item.stroke]
    assert heights[0] / heights[1] == pytest.approx(90 / 95, rel=0.02)


def test_long_names_make_bars_lie_and_many_take_several_drawings() -> None:
    found = scenes(plot("bars", Series("x", tuple(range(50))), labels=LONG), "plot")
    assert [scene.name for scene in found] == ["plot", "plot-2"]
    assert sum(text.startswith("Community") for scene in found for text in texts(scene)) == 50
    assert MOST_LYING == 40


def test_nothing_known_is_no_drawing() -> None:
    assert scenes(plot("lines", Series("x", (None,) * 12), target=95), "plot") == ()
    assert scenes(plot("bars"), "plot") == ()


@pytest.mark.parametrize(
    ("values", "from_zero", "share", "wanted"),
    [
        ((3, 5), True, False, (0, 1, 2, 3, 4, 5)),
        ((0,), True, False, (0, 1)),
        ((91.2, 97.1), False, True, (90, 92, 94, 96, 98, 100)),
        ((40.5, 97.1), False, True, (0, 20, 40, 60, 80, 100)),
        ((102.5, 50), True, True, (0, 25, 50, 75, 100, 125)),
        ((-3, 4), False, False, (-4, -2, 0, 2, 4)),
        ((0.1, 0.25), True, False, (0, 0.05, 0.1, 0.15, 0.2, 0.25)),
        ((12_000,), True, False, (0, 2500, 5000, 7500, 10_000, 12_500)),
    ],
)
def test_levels_are_round(values: tuple[float, ...], from_zero: bool, share: bool, wanted: tuple[float, ...]) -> None:
    assert scale(values, from_zero=from_zero, share=share).levels == wanted


@pytest.mark.parametrize(("number", "said"), [(1204, "1,204"), (92.5, "92.5"), (0, "0"), (-3.0, "-3"), (0.05, "0.05")])
def test_figures(number: float, said: str) -> None:
    assert figure(number) == said


def matrix(*places: tuple[int, int, str], levels: bool = True) -> Matrix:
    words = tuple(tuple("high" if a * u > 9 else "low" for a in range(1, 6)) for u in range(1, 6))
    return Matrix("Risks", "Some.", "Impact", "Likelihood", 5, places, words if levels else ())


def test_a_matrix_has_each_thing_in_its_place_and_each_level_in_a_word() -> None:
    [scene] = scenes(matrix((5, 4, "R1"), (1, 1, "R2")), "matrix")
    found = {word.text: word for word in words(scene)}
    assert texts(scene).count("high") == 10 and texts(scene).count("low") == 15
    assert found["R1"].x > found["R2"].x and found["R1"].y < found["R2"].y
    assert_clear(scene)


def test_so_many_things_in_a_place_are_counted() -> None:
    [scene] = scenes(matrix(*((3, 3, f"RSK-{n:02}") for n in range(60))), "matrix")
    assert any(text.startswith("and ") and text.endswith(" more") for text in texts(scene))
    assert_clear(scene)


def test_a_matrix_without_levels() -> None:
    [scene] = scenes(matrix((2, 2, "a thing with a name that is longer than its place is wide"), levels=False), "m")
    assert "high" not in texts(scene)
    assert_clear(scene)
