"""The official areas: counts, repeatable loading, retired codes, search and paths."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from sidamping.domain.problems import Refused
from sidamping.platform.activity.models import Activity
from sidamping.platform.territory import loader, queries
from sidamping.platform.territory.models import Area
from sidamping.platform.territory.picker import AreaField, AreasField
from tests import places

ON = date(2026, 11, 5)
SMALL = {
    "provinces": "code,name\n53,Nusa Tenggara Timur\n",
    "regencies": "code,province_code,name\n53.01,53,Kabupaten Kupang\n",
    "districts": "code,regency_code,name\n53.01.05,53.01,Kupang Barat\n",
    "villages": "code,district_code,name\n53.01.05.2010,53.01.05,Bolok\n53.01.05.2011,53.01.05,Tablolong\n",
}


def write(folder: Path, **changed: str) -> Path:
    for name, text in {**SMALL, **changed}.items():
        (folder / f"{name}.csv").write_text(text)
    return folder


@pytest.mark.django_db
def test_the_national_list_is_complete_and_loads_twice_without_change() -> None:
    first = loader.load_areas(on=ON)
    second = loader.load_areas(on=ON)
    assert first.counts == {1: 38, 2: 514, 3: 7285, 4: 83762}
    assert first.added == 38 + 514 + 7285 + 83762
    assert second.untouched
    assert queries.totals() == first.counts
    assert Activity.objects.filter(action="areas.loaded").count() == 1
    assert queries.search("Tarus, Kupang")[0].path == (
        "Kel. Tarus, Kec. Kupang Tengah, Kab. Kupang, Nusa Tenggara Timur"
    )
    assert "Penfui Timur" in {hit.name for hit in queries.search("penfoi timor")}
    assert [hit.code for hit in queries.search("kupang", 2)] == ["53.71", "53.01"]


@pytest.mark.django_db
def test_a_code_that_leaves_the_list_is_retired_and_comes_back(tmp_path: Path) -> None:
    loader.load_areas(on=ON, folder=write(tmp_path))
    gone = loader.load_areas(on=ON, folder=write(tmp_path, villages=SMALL["villages"].rsplit("\n", 2)[0] + "\n"))
    assert (gone.added, gone.changed, gone.retired) == (0, 0, 1)
    assert Area.objects.get(code=places.TABLOLONG).retired_on == ON
    assert queries.search("tablolong") == ()
    assert queries.path_of([places.TABLOLONG])[places.TABLOLONG].startswith("Desa Tablolong")
    back = loader.load_areas(on=ON, folder=write(tmp_path))
    assert (back.added, back.changed, back.retired) == (0, 1, 0)


@pytest.mark.django_db
def test_a_new_name_replaces_the_old_one(tmp_path: Path) -> None:
    loader.load_areas(on=ON, folder=write(tmp_path))
    renamed = SMALL["regencies"].replace("Kabupaten Kupang", "Kabupaten Timor")
    assert loader.load_areas(on=ON, folder=write(tmp_path, regencies=renamed)).changed == 1
    assert queries.names_of(["53.01"]) == {"53.01": "Kabupaten Timor"}


@pytest.mark.django_db
@pytest.mark.parametrize(("changed", "code"), [
    ({"villages": "code,district_code,name\n53.01.05.201,53.01.05,Bolok\n"}, "AREAS_003"),
    ({"villages": "code,district_code,name\n53.01.06.2010,53.01.06,Bolok\n"}, "AREAS_003"),
    ({"villages": "code,district_code,name\n53.01.05.2010,53.01.05,\n"}, "AREAS_003"),
    ({"provinces": "code,name\n53,NTT\n53,NTT\n"}, "AREAS_003"),
    ({name: "" for name in SMALL}, "AREAS_002"),
])
def test_a_wrong_list_is_refused_whole(tmp_path: Path, changed: dict[str, str], code: str) -> None:
    with pytest.raises(Refused) as refused:
        loader.load_areas(on=ON, folder=write(tmp_path, **changed))
    assert code in refused.value.codes
    assert not Area.objects.exists()


@pytest.mark.django_db
def test_areas_are_found_by_name_code_and_the_place_above() -> None:
    places.load_places()
    assert [hit.code for hit in queries.search("bolok")] == [places.BOLOK]
    assert [hit.code for hit in queries.search("Desa Bolok, Kec. Kupang Barat, Kab. Kupang")] == [places.BOLOK]
    assert queries.search("bolok, timor tengah") == ()
    assert queries.search("53.01.05.20", 4, [places.KUPANG])[0].code == places.BOLOK
    assert queries.search("bolok", 4, [places.TTS]) == ()
    assert queries.search("b") == ()


@pytest.mark.django_db
def test_a_kelurahan_is_told_from_a_desa() -> None:
    places.load_places()
    paths = queries.path_of([places.BATAKTE, places.BOLOK])
    assert paths[places.BATAKTE].startswith("Kel. Batakte, Kec. Kupang Barat, Kab. Kupang")
    assert paths[places.BOLOK].startswith("Desa Bolok")


@pytest.mark.django_db
def test_a_typed_name_that_fits_one_village_is_that_village() -> None:
    places.load_places()
    field = AreaField()
    assert field.clean(field.widget.value_from_datadict({"v": "", "v_text": "bolok"}, {}, "v")) == places.BOLOK


@pytest.mark.django_db
def test_a_typed_name_that_fits_several_comes_back_with_a_choice() -> None:
    places.load_places()
    field = AreaField()
    typed = field.widget.value_from_datadict({"v_text": "kupang"}, {}, "v")
    assert typed == "kupang"
    many = AreaField(level=4)
    shown = many.widget.render("v", "o")
    assert 'name="v_text"' in shown
    assert places.OENAEK in many.widget.render("v", "oe") and places.OEBESA in many.widget.render("v", "oe")


@pytest.mark.django_db
def test_several_villages_are_picked_one_a_line() -> None:
    places.load_places()
    field = AreasField(required=False)
    data = {"v": [places.BOLOK, "", ""], "v_text": ["", "tablolong", ""]}
    assert field.clean(field.widget.value_from_datadict(data, {}, "v")) == (places.BOLOK, places.TABLOLONG)


@pytest.mark.django_db
def test_the_full_name_of_one_area_is_taken_though_others_hold_it_too() -> None:
    places.load_places()
    Area.objects.create(code="53.01.05.2013", name="Bolok Baru", level=4, parent_id=places.KUPANG_BARAT)
    field = AreaField()
    assert field.clean(field.widget.value_from_datadict({"v_text": "bolok"}, {}, "v")) == places.BOLOK


@pytest.mark.django_db
def test_a_name_that_fits_several_is_refused_with_its_code_and_the_candidates() -> None:
    places.load_places()
    Area.objects.create(code="53.02.01.2013", name="Bolok", level=4, parent_id=places.KOTA_SOE)
    with pytest.raises(ValidationError) as refused:
        AreaField().clean("bolok")
    (fault,) = refused.value.error_list
    assert fault.code == "AREAS_006"
    assert "Desa Bolok, Kec. Kupang Barat" in fault.message and "Desa Bolok, Kec. Kota Soe" in fault.message
    with pytest.raises(ValidationError) as unknown:
        AreaField().clean("entah di mana")
    assert [one.code for one in unknown.value.error_list] == ["AREAS_001"]


@pytest.mark.django_db
def test_only_areas_of_the_writer_are_offered_and_taken() -> None:
    places.load_places()
    Area.objects.create(code="53.02.01.2013", name="Bolok", level=4, parent_id=places.KOTA_SOE)
    field = AreaField(within=[places.KUPANG])
    assert field.clean(field.widget.value_from_datadict({"v_text": "bolok"}, {}, "v")) == places.BOLOK
    assert f'data-within="{places.KUPANG}"' in field.widget.render("v", "")
    assert len(queries.search("bolok", 4, [places.KUPANG, places.TTS])) == 2
