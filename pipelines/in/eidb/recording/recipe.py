"""Answer pages of the Export Import Data Bank, fetched by hand: HTML named `.asp`.

Set again: the script before `<html>`, unclosed and crossed elements, the line feeds and blanks around
every figure, `&nbsp;` for an empty cell, the country's name between two rows of the table (a browser
moves it out), CRLF throughout.
"""

import re

from typeset import Recording, Table

FOLDER = "national/india/"
SOURCES = {  # file -> day printed on it, by which the release is named
    "2015-16.asp": "2020-06-04",
    "2015-16IndChinaExport.asp": "2020-06-04",
    "2014-15IndChinaImport.asp": "2020-06-24",
    "2014-15IndChinaExport.asp": "2020-06-24",
    "2012-14IndiaExports.asp": "2020-07-14",
}

HEAD = """

<script type="text/javascript">

    function ChNull(val) {
        if (val.length == 0) {
            alert("Please Enter value !");
            val.focus();
            return false;
        }
    }
</script>
<html>

<head>
<title>Export Import Data Bank</title>
</head>

<body>
<p ALIGN="center"><font size="5"><strong>
Department of Commerce<BR> </font></STRONG>
<font size="4"><strong><U>Export Import Data Bank<BR></U>
 TITLE</font></STRONG></p>

<p align=right>Dated:
DATED<BR>Values in UNIT<br>
 Sorted on HSCode
 </p>

"""
DROPPED = (
    "<font color=red size=1>* ITC HS Code of the Commodity is either dropped or re-allocated from April 2019</font>\n\n"
)
FOOT = """
</table>

<br>
<P align=right><STRONG><FONT face=""
size=4>DOC-NIC</FONT></STRONG></P>

</body>
</html>"""
TOP = 'style="VERTICAL-ALIGN: top"'


def cell(text, start="<td align=right " + TOP + ">", end="</font>\n</td>\n"):
    """A cell as the page breaks it: the text on a line of its own between blanks."""
    shown = "\n     ".join(text.replace("\u00a0", "&nbsp;").split("\n")) or "&nbsp;"
    return f'{start}<font size="2">\n    {shown}\n{end}'


def heading(cells):
    th = '    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">'
    return "  <tr>\n" + "".join(f"{th}{text}</font> </th>\n" for text in cells) + "  </tr>\n"


def total(cells):
    """The row of totals: two empty cells, then everything bold."""
    strong = "".join(
        f"<td align=right><font size=\"2\"><strong>\n      {text}\n      </strong></font></td>\n"
        if text.strip("\u00a0") else "<td>&nbsp;</td>\n"
        for text in cells[3:]
    )
    name = f'<td><font size="2"><strong>{cells[2]}</strong></font></td>'
    return f"   <tr><td>&nbsp;</td><td>&nbsp;</td>{name}\n{strong}      </tr>\n"


def closing(cells):
    """A last row of a country's page: its name spans the label columns."""
    shown = [cell(f"<b>\n{text}") if text.strip("\u00a0") else "<td>&nbsp;\n</td>\n" for text in cells[1:]]
    return "  <tr>\n" + cell(f"<b>\n{cells[0]}", f"<td {TOP} colspan=3>") + "".join(shown) + "  </tr>\n"


def record(cells):
    stub = "".join(cell(text, f"  <td {TOP}>") for text in cells[:3])
    if len(cells) == 6:
        return f"  <tr>\n{stub}{''.join(map(cell, cells[3:]))}  </tr>\n"
    # By commodity: the figure's cell closes before its font, and links lead to finer codes.
    figures = "".join(
        cell(text, end="</td></font>\n" if c in (0, 2) else "</font>\n</td>\n") for c, text in enumerate(cells[3:8])
    )
    flow = "I" if cells[8] == "I" else "E"
    links = "".join(f'            <a href="{flow}com{n}.asp?hs={cells[1]}">{n}</a>\n' for n in (4, 6, 8))
    return f"  <tr>\n{stub}{figures}      <td {TOP}><font size=\"1\">\n{links} </font>\n</td>\n  </tr>\n"


def page(text):
    rows = Table(text).rows
    title = re.search(r"(Import|Export) :: ([^<]+)", text)[0]
    dated, unit = re.search(r"Dated:\s*([\d/]+)", text)[1], re.search(r"Values in ([^<]+)", text)[1]
    head = HEAD.replace("TITLE", title).replace("DATED", dated).replace("UNIT", unit)
    country = re.search(r"Country: &nbsp;([^<]+)<", text)
    body = '<table border="1" width="100%" cellpadding="3" cellspacing="0">\n' + heading(rows[0])
    if country:
        body += f'<br><font size="2">Country: &nbsp;{country[1]}</font>\n <br>{DROPPED}'
    else:
        head += DROPPED
    for cells in rows[1:]:
        if len(cells) == 4:
            body += closing(cells)
        elif cells[0].strip("\u00a0"):
            body += record(cells if country else [*cells[:8], title[0]])
        else:
            body += total(cells)
    return (head + body + FOOT).replace("\n", "\r\n")


def recipe(folder):
    recording = Recording("in/eidb")
    for name, day in SOURCES.items():
        text = (folder / FOLDER / name).read_text(encoding="ascii")
        note = "answer of the form at tradestat.commerce.gov.in/eidb, saved by hand; the hour is made up"
        recording.inbox(name, page(text), f"{day}T12:00:00Z", note)
    recording.close()
