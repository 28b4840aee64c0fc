#!/usr/bin/env python3
"""Makes the fonts that every printed page uses (content/fonts) from two free ones.

Needs Debian's packages fonttools, fonts-noto-cjk, fonts-hanazono and unicode-data:
    sudo apt-get install fonttools fonts-noto-cjk fonts-hanazono unicode-data
    /usr/bin/python3 tools/make-fonts.py

The same packages give the same bytes: no date is written. What goes in, and why, stands in content/fonts/SOURCE.md.
"""

import bz2
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

OUT = Path(__file__).resolve().parent.parent / "content" / "fonts"
NOTO = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
HANAZONO = "/usr/share/fonts/truetype/hanazono/HanaMin{}.ttf"
UNIHAN = "/usr/share/unicode/Unihan_{}.txt.bz2"
SIMPLIFIED = 2  # the face of the collection that is drawn after the forms of mainland China

# Characters of persons' identity papers, of names, and of the large dictionaries, which Noto does not draw.
NAMES = {"GIDC", "GRM", "GXC", "GXHZ", "GCH", "GHC", "GGH", "GKJ"}

SIGNS = [
    (0x0020, 0x024F), (0x0370, 0x045F), (0x2000, 0x27FF), (0x3000, 0x303F), (0x3040, 0x30FF), (0x3100, 0x312F),
    (0x3200, 0x33FF), (0xFE10, 0xFE1F), (0xFE30, 0xFE6F), (0xFF01, 0xFFEE),
]


def is_han(code):
    return code == 0x3007 or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000


def is_sign(code):
    return any(low <= code <= high for low, high in SIGNS)


def unihan(file, field):
    with bz2.open(UNIHAN.format(file), "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == field:
                yield int(parts[0][2:], 16), parts[2]


def gb2312():
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def make(source, number, codes, family, copyright_line, out):
    options = subset.Options()
    options.font_number = number
    options.layout_features = ["kern", "ccmp"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = []
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "DSIG", "FFTM"]
    font = subset.load_font(source, options)
    font.recalcTimestamp = False
    worker = subset.Subsetter(options)
    worker.populate(unicodes=codes)
    worker.subset(font)
    # Both licences reserve or protect the old names: what was changed is called something else.
    names = {0: copyright_line, 1: family, 2: "Regular", 3: family, 4: family, 6: family.replace(" ", ""),
             13: "SIL Open Font License, Version 1.1", 14: "https://openfontlicense.org"}
    for number, value in names.items():
        font["name"].setName(value, number, 3, 1, 0x409)
        font["name"].setName(value, number, 1, 0, 0)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [names[6]]
        top = cff.topDictIndex[0]
        top.FullName = top.FamilyName = family
    font.save(OUT / out)
    print(out, len(font.getBestCmap()), "characters", (OUT / out).stat().st_size, "bytes")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    adobe = "(c) 2014-2021 Adobe (http://www.adobe.com/). Cut from Noto Sans CJK SC."
    drawn = set(TTCollection(NOTO.format("Regular"), lazy=True).fonts[SIMPLIFIED].getBestCmap())
    text = {code for code in drawn if is_han(code) or is_sign(code)}
    make(NOTO.format("Regular"), SIMPLIFIED, text, "QZT Sans", adobe, "qzt-sans.otf")

    general = {code for code, _ in unihan("OtherMappings", "kTGH")}
    bold = {code for code in text if not is_han(code)} | ((general | set(gb2312())) & text)
    make(NOTO.format("Bold"), SIMPLIFIED, bold, "QZT Strong", adobe, "qzt-strong.otf")

    kamichi = "(c) 2011 GlyphWiki Project (kamichi@fonts.jp). Cut from Hanazono Mincho B."
    rare = {code for code, source in unihan("IRGSources", "kIRG_GSource") if source.split("-")[0] in NAMES} - text
    held = set(TTFont(HANAZONO.format("B"), lazy=True).getBestCmap())
    make(HANAZONO.format("B"), -1, rare & held, "QZT Rare", kamichi, "qzt-rare.ttf")


main()
