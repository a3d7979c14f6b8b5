"""Running lines of which the first page, where the title stands large, has a head of its own: XlsxWriter knows one head for all."""

from __future__ import annotations

from copy import copy

from xlsxwriter.worksheet import Worksheet


class TitledSheet(Worksheet):  # type: ignore[misc] # it has no types
    """A sheet that says its title on its first page; what its head says there takes the place of what each page has."""

    first_header: str | None = None
    """The head of the first page; none where it has that of the others."""

    def set_first_header(self, header: str) -> None:
        """Let the first page have a head of its own; to be called when the others have theirs, whose pictures it shows too."""
        self.first_header = header
        for image in tuple(self.header_images):
            again = copy(image)
            again._header_position = f"{image._header_position}FIRST"
            self.header_images.append(again)

    def _write_header_footer(self) -> None:
        if self.first_header is None:
            super()._write_header_footer()
            return
        self._xml_start_tag("headerFooter", [("differentFirst", 1)])
        self._write_odd_header()
        self._write_odd_footer()
        self._xml_data_element("firstHeader", self.first_header)
        self._xml_data_element("firstFooter", self.footer)
        self._xml_end_tag("headerFooter")
