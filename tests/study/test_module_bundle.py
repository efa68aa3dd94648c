"""Modules as one classic script: which code can be bundled, and the messages for code that cannot."""

from __future__ import annotations

import pytest
from study.site.module_bundle import FOLDER, NotBundled, bundle


def bundled(**texts: str) -> str:
    return bundle({f"{FOLDER}{name}.js": text for name, text in texts.items()})


def test_imports_and_exports_become_values() -> None:
    made = bundled(
        a='import {one, two as three} from "./b.js"\nimport * as all from "./b.js"\nthree(one)\n',
        b="export const one = 1\nexport async function two() {}\nexport class Two {}\n",
    )
    assert 'const {one, two: three} = await $load("assets/javascripts/b.js")' in made
    assert 'const all = await $load("assets/javascripts/b.js")' in made
    assert "\nasync function two() {}\nclass Two {}\n" in made
    assert "return {one, two, Two}" in made


def test_what_is_imported_may_be_passed_on() -> None:
    made = bundled(a='import {one} from "./b.js"\n\nexport {one}\n', b="export const one = 1\n")
    assert "return {one}" in made.partition('"assets/javascripts/b.js": async')[0]


def test_an_import_for_later_and_the_address_of_a_module_are_those_of_the_site() -> None:
    made = bundled(a='const later = () => import("./b.js")\nnew URL("../", import.meta.url)\n', b="")
    assert 'const later = () => $load("assets/javascripts/b.js")\nnew URL("../", $address)' in made


def test_a_module_for_folders_takes_the_place_of_its_namesake() -> None:
    made = bundle(
        {
            f"{FOLDER}study/site-files.js": "export const where = 'server'\n",
            f"{FOLDER}in-folder/site-files.js": "export const where = 'folder'\n",
        }
    )
    assert "'folder'" in made and "'server'" not in made and "in-folder/site-files" not in made


def test_the_word_import_in_a_comment_or_text_is_left_alone() -> None:
    assert '$("import")' in bundled(a='// import.meta and import() are words here\n$("import")\n')


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"a": 'import {two} from "./b.js"\n', "b": "export const one = 1\n"}, 'a.js: "./b.js" does not export "two"'),
        ({"a": 'import {one} from "./c.js"\n'}, 'a.js: there is no "./c.js"'),
        ({"a": 'import one from "./b.js"\n', "b": ""}, 'a.js: module_bundle.py cannot read "import one from "./b.js""'),
        ({"a": "export let one = 1\n"}, 'a.js: module_bundle.py cannot read "export let one = 1"'),
        ({"a": "import(name)\n"}, 'a.js: module_bundle.py cannot read "import(name)"'),
        (
            {"a": 'import {b} from "./b.js"\n', "b": 'import {a} from "./a.js"\n'},
            "a.js: imports itself through assets/javascripts/b.js",
        ),
    ],
)
def test_what_the_bundle_cannot_contain_is_refused(texts: dict[str, str], message: str) -> None:
    with pytest.raises(NotBundled) as refused:
        bundled(**texts)
    assert str(refused.value) == FOLDER + message
