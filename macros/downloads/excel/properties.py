"""What an Excel file says of itself, its language included: XlsxWriter has no word for that, and programs that read aloud or export go by it."""

from __future__ import annotations

from xlsxwriter.core import Core
from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook


class SpokenWorkbook(Workbook):  # type: ignore[misc] # it has no types
    """A workbook that declares a language."""

    language = ""
    """What documents call it, with its region."""

    def _get_packager(self) -> Packager:
        return _Packager()


class _Packager(Packager):  # type: ignore[misc] # it has no types
    def _write_core_file(self) -> None:
        core = _Core()
        core._set_properties({**self.workbook.doc_properties, "language": self.workbook.language})
        core._set_xml_writer(self._filename("docProps/core.xml"))
        core._assemble_xml_file()


class _Core(Core):  # type: ignore[misc] # it has no types
    def _write_dc_description(self) -> None:
        super()._write_dc_description()
        self._xml_data_element("dc:language", self.properties["language"])
