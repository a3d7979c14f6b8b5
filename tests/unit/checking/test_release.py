"""What a release build refuses: the sample company's values, addresses that nobody can have, decisions that are open."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest

from macros.checking import release
from macros.model.site import Site
from macros.reading.loading import handbook_of
from tests.conftest import ROOT
from tests.unit.sound import sound


def with_own_profile(folder: Path) -> str:
    """A project whose company has taken the sample's profile as it is."""
    for name in ("sample", "company"):
        (folder / "docs" / name).mkdir(parents=True)
        shutil.copy(ROOT / "docs" / "sample" / "company.yml", folder / "docs" / name / "company.yml")
    return (folder / "docs" / "company" / "company.yml").read_text(encoding="utf-8")


def test_the_shipped_handbook_is_the_sample_companys(tmp_path: Path):
    assert release.obstacles(tmp_path, handbook_of(sound()), "en") == [
        "docs/sample/company.yml:1: file: this is the sample company's handbook; "
        "`python -m macros company` lays down a profile of your own"
    ]


def test_a_profile_that_went_is_missed_and_no_folder_laid_down_over_what_is_there(tmp_path: Path):
    with_own_profile(tmp_path)
    (tmp_path / "docs" / "company" / "company.yml").unlink()
    assert release.obstacles(tmp_path, handbook_of(sound()), "en") == [
        "docs/company/company.yml:1: file: is not there, so the sample company's names and numbers stand in for yours; "
        "bring your file back, or copy docs/sample/company.yml there and change it"
    ]


def test_contacts_that_went_are_missed(tmp_path: Path):
    with_own_profile(tmp_path)
    said = (
        "docs/company/contacts:1: file: holds no contact, so all of the sample company's stand in for yours; "
        "bring your files back, or copy those of docs/sample/contacts that fit"
    )
    assert said in release.obstacles(tmp_path, handbook_of(sound()), "en")
    (tmp_path / "docs/company/contacts").mkdir()
    (tmp_path / "docs/company/contacts/canteen.yml").write_text("id: canteen\n", encoding="utf-8")
    assert said not in release.obstacles(tmp_path, handbook_of(sound()), "en")


def test_what_is_still_the_samples_is_named_the_number_for_an_emergency_first(tmp_path: Path):
    text = with_own_profile(tmp_path)
    found = release.obstacles(tmp_path, handbook_of(sound()), "en")
    line = text[: text.index("+86 10 5555 0100")].count("\n") + 1
    assert re.match(
        rf"docs/company/company\.yml:{line}: roles\.duty\.phone: '\+86 10 5555 0100' is still the sample", found[0]
    )
    fields = {each.split(": ")[1] for each in found}
    assert {"name.zh", "name.en", "short_name.zh", "site.address", "feedback_mail", "mail_domain"} <= fields
    assert {decision.id for decision in handbook_of(sound()).decisions.decisions} <= fields
    changed = text.replace("+86 10 5555", "+86 21 6666").replace("example.com", "lanxi.cn").replace("示例", "兰溪")
    changed = changed.replace("Example Tech", "Lanxi Tech")
    (tmp_path / "docs" / "company" / "company.yml").write_text(changed, encoding="utf-8")
    still = [each for each in release.obstacles(tmp_path, handbook_of(sound()), "en") if "still the sample" in each]
    assert still == []


@pytest.mark.parametrize("address", ["https://handbook.example.com/", "http://localhost/", "https://guide.test/", None])
def test_an_address_that_nobody_can_have_is_refused(address: str | None, tmp_path: Path):
    with_own_profile(tmp_path)
    handbook = handbook_of(sound())
    company = handbook.company.model_copy(update={"site": Site(address=address)})
    found = release.obstacles(tmp_path, dataclasses.replace(handbook, company=company), "zh")
    assert any("site.address: " in each and "under which you publish" in each for each in found)


def test_what_is_decided_is_not_asked_again(tmp_path: Path):
    with_own_profile(tmp_path)
    handbook = handbook_of(sound())
    ids = tuple(decision.id for decision in handbook.decisions.decisions)
    company = handbook.company.model_copy(update={"decided": ids[1:]})
    found = release.obstacles(tmp_path, dataclasses.replace(handbook, company=company), "zh")
    assert [each for each in found if any(f": {name}: " in each for name in ids)] == [
        f"docs/data/response-times.yml:1: answer-times: to be decided: {handbook.decisions.decisions[0].what.zh}; once it is, "
        "add `answer-times` to `decided`, at the end of docs/company/company.yml"
    ]
