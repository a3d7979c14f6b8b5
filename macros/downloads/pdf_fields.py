"""Input fields in a typeset PDF: each link to `field:<name>` becomes the field of that name, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from .measures import letters
from .pdf_inputs import BOX_OF, Input

_LINK = "field:"
_REQUIRED, _MULTILINE, _RADIO, _COMBO = 1 << 1, 1 << 12, 1 << 15, 1 << 17
_FONT = Name.Song
_INK = "0.11 0.15 0.2"
_CHECK_MARK = b"0.12 0.35 0.56 RG 1.5 w 1 J 1 j 2 5.2 m 4.2 2.6 l 8.2 7.8 l S"
_BOX = [0, 0, 10, 10]
_CHOICE_SIZE, _ARROW = 10, 20
"""Of choices that fit at this size, and what the arrow of their list takes, in points."""
_SMALLEST, _LEADING, _EDGE = 7.0, 1.15, 2.0
"""The smallest type that is read without effort and how far its lines are apart, by its size, and what programs leave free at each
edge of a field, in points."""
_WHOLE_WORDS = 0.9
"""How much of a line is used where words are not parted."""


def add(pdf: pikepdf.Pdf, inputs: Mapping[str, Input], *, covering: bool, fits: Callable[[int], str]) -> None:
    """Turn the links of a tagged PDF into an AcroForm.

    What is typed at one of several places of a name stands at all of them.

    A name with dots is a field below a field, so that `to-dos.1.what` is its full name. The fields keep the places of
    their links in the structure tree, as `Form` elements, and so in the reading and tab order.

    Args:
        pdf: the typeset pages.
        inputs: what is asked, by name.
        covering: whether what is typed covers what is printed in its place.
        fits: says that so many characters fit.

    Raises:
        ValueError: where the links and the inputs do not match one to one, rows aside that were left out to save a page.
    """
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    maker = _Fields(pdf, covering=covering, fits=fits)
    places: dict[str, list[pikepdf.Object]] = {}
    boxes: dict[str, list[str]] = {}
    for page in pdf.pages:
        for annotation in page.obj.get(Name.Annots, ()):
            name, _, answer = str(annotation.A.URI).removeprefix(_LINK).partition(BOX_OF)
            places.setdefault(name, []).append(annotation)
            if answer:
                boxes.setdefault(name, []).append(answer)
            tree[int(annotation.StructParent)].S = Name.Form
    spare = {name for name, asked in inputs.items() if asked.spare}
    if wrong := (places.keys() - inputs.keys()) | (inputs.keys() - places.keys() - spare):
        raise ValueError(f"asked for and not on the page, or the other way round: {', '.join(sorted(wrong))}")
    for name, laid in places.items():
        if inputs[name].kind == "boxes":
            maker.make_boxes(dict(zip(boxes[name], laid, strict=True)), name, inputs[name])
        else:
            maker.make(laid, name, inputs[name])
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(
            Fields=Array(maker.roots),
            NeedAppearances=False,
            DA=_appearance(),
            DR=Dictionary(Font=Dictionary({str(_FONT): _chinese_font(pdf)})),
        )
    )


class _Fields:
    """The fields of one file."""

    def __init__(self, pdf: pikepdf.Pdf, *, covering: bool, fits: Callable[[int], str]):
        self._pdf, self._covering, self._fits = pdf, covering, fits
        self._parents: dict[str, pikepdf.Object] = {}
        self.roots: list[pikepdf.Object] = []
        self._ticked = self._picture(_CHECK_MARK)
        # A picture of nothing needs some content: readers complain of a compressed stream without any.
        self._not_ticked = self._picture(b"q Q")
        self._nothing = self._picture(b"/Tx BMC EMC")

    def make(self, places: list[pikepdf.Object], name: str, asked: Input) -> None:
        """Turn the annotations of one name into its field."""
        for place in places:
            self._make_place(place, asked)
        if asked.words:
            # Programs set a long answer smaller and smaller; beyond what stays readable they take no more, and the field says so.
            most = min(room(place, asked) for place in places)
            for place in places:
                place.MaxLen, place.TU = most, String(f"{asked.tooltip} · {self._fits(most)}")
        if len(places) == 1:
            self._hang(places[0], name)
            return
        field = self._pdf.make_indirect(Dictionary(Kids=Array(places)))
        for place in places:
            for key in (Name.FT, Name.Ff, Name.TU, Name.V, Name.Opt, Name.MaxLen):
                if key in place:
                    field[key] = place[key]
                    del place[key]
            place.Parent = field
        self._hang(field, name)

    def make_boxes(self, places: Mapping[str, pikepdf.Object], name: str, asked: Input) -> None:
        """Turn the annotations of a choice, by their answers, into its field, of whose boxes one is ticked and can be cleared again."""
        field = self._pdf.make_indirect(
            Dictionary(
                Kids=Array(places.values()),
                FT=Name.Btn,
                Ff=_RADIO | (_REQUIRED if asked.required else 0),
                V=Name.Off,
                TU=String(asked.tooltip),
            )
        )
        said = dict(asked.options)
        for answer, place in places.items():
            self._make_widget(place, f"{said[answer]} · {asked.tooltip}")
            place.AS, place.Parent = Name.Off, field
            place.AP = Dictionary(N=Dictionary({f"/{answer}": self._ticked, "/Off": self._not_ticked}))
        self._hang(field, name)

    def _make_widget(self, annotation: pikepdf.Object, tooltip: str) -> None:
        for key in (Name.A, Name.Border, Name.Contents):
            del annotation[key]
        annotation.Subtype = Name.Widget
        annotation.TU = String(tooltip)

    def _make_place(self, annotation: pikepdf.Object, asked: Input) -> None:
        self._make_widget(annotation, asked.tooltip)
        flags = _REQUIRED if asked.required else 0
        if asked.kind == "tick":
            self._make_tick(annotation)
        elif asked.kind == "choice":
            self._make_choice(annotation, asked)
            flags |= _COMBO
        else:
            self._make_text(annotation)
            flags |= _MULTILINE
        if flags:
            annotation.Ff = flags

    def _make_tick(self, annotation: pikepdf.Object) -> None:
        annotation.FT, annotation.V, annotation.AS = Name.Btn, Name.Off, Name.Off
        annotation.AP = Dictionary(N=Dictionary(Yes=self._ticked, Off=self._not_ticked))

    def _make_choice(self, annotation: pikepdf.Object, asked: Input) -> None:
        self._make_text(annotation)
        annotation.FT = Name.Ch
        left, _, right, _ = map(float, annotation.Rect)
        if max(letters(label) for _, label in asked.options) * _CHOICE_SIZE / 2 < right - left - _ARROW:
            annotation.DA = _appearance(_CHOICE_SIZE)
        # The blank answer takes a choice back.
        answers = (("", " "), *asked.options)
        annotation.Opt = Array([Array([String(value), String(label)]) for value, label in answers])

    def _make_text(self, annotation: pikepdf.Object) -> None:
        annotation.FT = Name.Tx
        annotation.DA = _appearance()
        annotation.AP = Dictionary(N=self._nothing)
        if self._covering:
            annotation.MK = Dictionary(BG=Array([1, 1, 1]))

    def _hang(self, field: pikepdf.Object, name: str) -> None:
        """Put a field below its parent, or among the roots."""
        above, _, own = name.rpartition(".")
        field.T = String(own)
        if not above:
            self.roots.append(field)
            return
        if above not in self._parents:
            self._parents[above] = self._pdf.make_indirect(Dictionary(Kids=Array()))
            self._hang(self._parents[above], above)
        field.Parent = self._parents[above]
        self._parents[above].Kids.append(field)

    def _picture(self, content: bytes) -> pikepdf.Stream:
        return self._pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array(_BOX))


def room(annotation: pikepdf.Object, asked: Input) -> int:
    """How many characters a field holds in the smallest type; never fewer than the example has."""
    left, bottom, right, top = map(float, annotation.Rect)
    lines = max(1, int((top - bottom - 2 * _EDGE) / (_SMALLEST * _LEADING)))
    across = right - left - 2 * _EDGE
    in_a_line = int(across / _SMALLEST if asked.words == "wide" else _WHOLE_WORDS * across * 2 / _SMALLEST)
    return max(lines * in_a_line, asked.longest)


def _appearance(size: float = 0) -> String:
    """How an answer looks; where no size is said, programs set long answers smaller instead of hiding their end."""
    return String(f"{_FONT} {size:g} Tf {_INK} rg")


def _chinese_font(pdf: pikepdf.Pdf) -> Dictionary:
    """A font that every viewer has a stand-in for: a Chinese face to embed would weigh megabytes."""
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/STSong-Light"),
            Flags=6,
            FontBBox=Array([-25, -254, 1000, 880]),
            ItalicAngle=0,
            Ascent=880,
            Descent=-120,
            CapHeight=880,
            StemV=93,
        )
    )
    descendant = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType0,
            BaseFont=Name("/STSong-Light"),
            FontDescriptor=descriptor,
            DW=1000,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=4),
            # Latin letters and figures are half as wide as Chinese characters.
            W=Array([1, 95, 500, 814, 939, 500]),
        )
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/STSong-Light"),
            Encoding=Name("/UniGB-UCS2-H"),
            DescendantFonts=Array([descendant]),
        )
    )
