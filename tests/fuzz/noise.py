"""What can come in on a terminal's line that no key of its keyboard sends."""

from __future__ import annotations

ENDLESS_PASTE = b"\x1b[200~" + b"all work and no play " * 500_000  # 10 MB

NOISE: dict[str, bytes] = {
    "no UTF-8": b"\xff\xfe\xc3\x28",
    "half a character": b"\xe4\xba",
    "bytes of other encodings": bytes(range(128, 256)),
    "surrogates": b"\xed\xa0\x80\xed\xb0\x80",
    "NULs": b"\x00" * 64,
    "C0": bytes(n for n in range(32) if n not in {3, 17, 26, 27, 28}),  # not the keys that end it
    "half an escape": b"\x1b[",
    "half a mouse": b"\x1b[<0;5",
    "half a title": b"\x1b]0;",
    "half an answer": b"\x1b]11;rgb:ffff/",
    "half a string": b"\x1bP1$r",
    "escapes": b"\x1b" * 99,
    "a huge place": b"\x1b[999999999;1H",
    "a huge number": b"\x1b[" + b"9" * 100_000 + b"u",
    "100 KB of parameters": b"\x1b[" + b"9;" * 50_000 + b"m",
    "a title of 100 KB": b"\x1b]0;" + b"x" * 100_000 + b"\x07",
    "DSR": b"\x1b[0n\x1b[12;40R\x1b[99999;99999R\x1b[?1;2n",
    "DA": b"\x1b[?64;1;2;6;22c\x1b[>0;276;0c\x1bP!|00000000\x1b\\\x1bP>|xterm(380)\x1b\\",
    "OSC 11": b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b]11;rgb:0/0\x07\x1b]11;#\x1b\\",
    "OSC 11 of 100 KB": b"\x1b]11;rgb:" + b"f" * 100_000,
    "OSC 4, 10, 12": b"\x1b]4;1;rgb:0/0/0\x07\x1b]10;rgb:0/0/0\x1b\\\x1b]12;?\x07",
    "OSC 52": b"\x1b]52;c;aGVsbG8=\x07\x1b]52;c;" + b"QUFB" * 9000 + b"\x1b\\",
    "modes": b"\x1b[?2026;2$y\x1b[?9999999;9$y\x1b[?2048;2$y\x1b[?2048;1$y\x1b[?1016;2$y",
    "no size": b"\x1b[48;0;0;0;0t\x1b[<0;5;5M\x1b[<0;5;5m",
    "a huge size": b"\x1b[48;60000;60000;1;1t\x1b[<35;5;5M",
    "sizes": b"\x1b[8;24;80t\x1b[4;600;800t\x1b[48;9:9;9:9;9:9;9:9t\x1b[9;9;9t",
    "focus": b"\x1b[O\x1b[I" * 20,
    "old mice": b"\x1b[M   \x1b[M\xff\xff\xff\x1b[32;999;999M\x1b[M",
    "mice far away": b"\x1b[<0;99999999;9999999M\x1b[<35;0;0M\x1b[<0;-5;-5M\x1b[<65;9999;9999M",
    "mice with odd buttons": b"\x1b[<999999;5;5M\x1b[<128;5;5m\x1b[<255;1;1M\x1b[<;;M\x1b[<1M",
    "mice without end": b"\x1b[<35;7;7M\x1b[<32;8;8M" * 500,
    "kitty keys": b"\x1b[97;5u\x1b[97;1:3u\x1b[57441u\x1b[?1u\x1b[97;;104:105u\x1b[97:65:99;2;65u",
    "kitty keys that are none": b"\x1b[1114112u\x1b[55296u\x1b[97;;55296u\x1b[0u\x1b[;;u\x1b[u",
    "kitty modifiers": b"\x1b[97;99999u\x1b[97;0u\x1b[1;9999999A\x1b[99999;1~\x1b[27;5;9~",
    "a kitty picture": b"\x1b_Gi=1;OK\x1b\\\x1b_" + b"A" * 5000,
    "function keys": b"\x1b[15~\x1b[15;2~\x1b[99~\x1bOP\x1bOz\x1b[[A\x1b[1;2P\x1bO",
    "a paste that never ends": b"\x1b[200~chip\x1b[200~q\r",
    "a paste that never began": b"\x1b[201~\x1b[201~",
    "a paste of everything": b"\x1b[200~" + bytes(range(256)).replace(b"\x1b", b"") + b"\x1b[201~",
    "alt": b"\x1b\xff\x1b\xe4\xba\xba\x1b\x00\x1b\x7f",
}
