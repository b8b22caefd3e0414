"""Text as it was kept before Unicode, made for tests: the tables read the other way round, written down on their own.

What the portal converts is checked against this and against programs of others, never against itself.
"""

import unicodedata

from portal.base.text.legacy import Font

TIME, CAPITALS, TIMES = ".VnTime", ".VnTimeH", "VNI-Times"

TCVN3_CODES = """
B5à B8á B6ả B7ã B9ạ A8ă BBằ BEắ BCẳ BDẵ C6ặ A9â C7ầ CAấ C8ẩ C9ẫ CBậ AEđ
CCè D0é CEẻ CFẽ D1ẹ AAê D2ề D5ế D3ể D4ễ D6ệ D7ì DDí D8ỉ DCĩ DEị
DFò E3ó E1ỏ E2õ E4ọ ABô E5ồ E8ố E6ổ E7ỗ E9ộ ACơ EAờ EDớ EBở ECỡ EEợ
EFù F3ú F1ủ F2ũ F4ụ ADư F5ừ F8ứ F6ử F7ữ F9ự FAỳ FDý FBỷ FCỹ FEỵ
A1Ă A2Â A7Đ A3Ê A4Ô A5Ơ A6Ư
"""
TCVN3 = {entry[2:]: chr(int(entry[:2], 16)) for entry in TCVN3_CODES.split()}

VNI_CODES = """
á=aù à=aø ả=aû ã=aõ ạ=aï â=aâ ấ=aá ầ=aà ẩ=aå ẫ=aã ậ=aä ă=aê ắ=aé ằ=aè ẳ=aú ẵ=aü ặ=aë đ=ñ
é=eù è=eø ẻ=eû ẽ=eõ ẹ=eï ê=eâ ế=eá ề=eà ể=eå ễ=eã ệ=eä í=í ì=ì ỉ=æ ĩ=ó ị=ò
ó=où ò=oø ỏ=oû õ=oõ ọ=oï ô=oâ ố=oá ồ=oà ổ=oå ỗ=oã ộ=oä ơ=ô ớ=ôù ờ=ôø ở=ôû ỡ=ôõ ợ=ôï
ú=uù ù=uø ủ=uû ũ=uõ ụ=uï ư=ö ứ=öù ừ=öø ử=öû ữ=öõ ự=öï ý=yù ỳ=yø ỷ=yû ỹ=yõ ỵ=î
"""
VNI = {letter: codes for letter, _, codes in (entry.partition("=") for entry in VNI_CODES.split())}
VNI |= {letter.upper(): codes.upper() for letter, codes in VNI.items()}


def old(text: str, font: Font) -> str:
    """Unicode → the codes of an old font. TCVN3 has no code for capitals with a tone: they become small letters, which is
    what a font of capitals draws large; `runs` changes fonts for them as typists did."""
    text = unicodedata.normalize("NFC", text)
    if font is Font.VNI:
        return "".join(VNI.get(char, char) for char in text)
    if font is Font.NCR:
        return "".join(char if char.isascii() else f"&#{ord(char)};" for char in text)
    if font is Font.TCVN3_CAPS:
        text = text.lower()
    return "".join(TCVN3.get(char) or TCVN3.get(char.lower(), char) for char in text)


def runs(text: str, font: Font = Font.TCVN3) -> list[tuple[str, str]]:
    """(font name, codes) as somebody typed it in Word: for "Ý", which .VnTime cannot draw, he changed to .VnTimeH."""
    if font is not Font.TCVN3:
        return [({Font.VNI: TIMES, Font.TCVN3_CAPS: CAPITALS}[font], old(text, font))]
    typed: list[tuple[str, str]] = []
    for char in unicodedata.normalize("NFC", text):
        name = CAPITALS if char not in TCVN3 and char.lower() in TCVN3 else TIME
        codes = old(char, font)
        if typed and typed[-1][0] == name:
            codes = typed.pop()[1] + codes
        typed.append((name, codes))
    return typed


def dropped(codes: str) -> str:
    """What editors and web pages made of TCVN3: without soft hyphens, and so without ư."""
    return codes.replace("\u00ad", "")
