

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
 Import :: Country-wise all commodities</font></STRONG></p>

<p align=right>Dated:
24/6/2020<BR>Values in US$ Million<br>
 Sorted on HSCode
 </p>

<table border="1" width="100%" cellpadding="3" cellspacing="0">
  <tr>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">S.No.</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">HSCode</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">Commodity</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">2013-2014</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">2014-2015</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">%Growth</font> </th>
  </tr>
<br><font size="2">Country: &nbsp;CHINA P RP</font>
 <br><font color=red size=1>* ITC HS Code of the Commodity is either dropped or re-allocated from April 2019</font>

  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    1.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    03
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    FISH AND CRUSTACEANS, MOLLUSCS AND OTHER AQUATIC INVERTABRATES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.09
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11,450.00
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    2.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    04
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    DAIRY PRODUCE; BIRDS' EGGS; NATURAL HONEY; EDIBLE PROD. OF ANIMAL ORIGIN, NOT ELSEWHERE SPEC. OR INCLUDED.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.32
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.86
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    170.18
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    3.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    05
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PRODUCTS OF ANIMAL ORIGIN, NOT ELSEWHERE SPECIFIED OR INCLUDED.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11.05
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.36
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    4.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    06
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    LIVE TREES AND OTHER PLANTS; BULBS; ROOTS AND THE LIKE; CUT FLOWERS AND ORNAMENTAL FOLIAGE.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.35
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.63
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.14
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    5.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    07
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    EDIBLE VEGETABLES AND CERTAIN ROOTS AND TUBERS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    77.10
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    75.92
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -1.53
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    6.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    08
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    EDIBLE FRUIT AND NUTS; PEEL OR CITRUS FRUIT OR MELONS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    100.80
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    75.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -25.38
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    7.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    09
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    COFFEE, TEA, MATE AND SPICES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.89
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.86
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    44.64
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    8.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    11
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PRODUCTS OF THE MILLING INDUSTRY; MALT; STARCHES; INULIN; WHEAT GLUTEN.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.97
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15.04
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    50.92
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    9.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    12
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    OIL SEEDS AND OLEA. FRUITS; MISC. GRAINS, SEEDS AND FRUIT; INDUSTRIAL OR MEDICINAL PLANTS; STRAW AND FODDER.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.61
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.65
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    46.83
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    10.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    13
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    LAC; GUMS, RESINS AND OTHER VEGETABLE SAPS AND EXTRACTS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.95
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    20.68
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15.17
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    11.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    14
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    VEGETABLE PLAITING MATERIALS; VEGETABLE PRODUCTS NOT ELSEWHERE SPECIFIED OR INCLUDED.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.78
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.99
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    292.53
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    12.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    15
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ANIMAL OR VEGETABLE FATS AND OILS AND THEIR CLEAVAGE PRODUCTS; PRE. EDIBLE FATS; ANIMAL OR VEGETABLE WAXEX.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.60
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.59
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -0.35
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    13.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    16
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PREPARATIONS OF MEAT, OF FISH OR OF CRUSTACEANS, MOLLUSCS OR OTHER AQUATIC INVERTEBRATES
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.37
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.08
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    14.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    17
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SUGARS AND SUGAR CONFECTIONERY.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.64
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    60.45
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    15.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    18
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    COCOA AND COCOA PREPARATIONS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.92
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.97
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    223.54
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    16.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    19
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PREPARATIONS OF CEREALS, FLOUR, STARCH OR MILK; PASTRYCOOKS PRODUCTS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.31
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.38
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.29
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    17.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    20
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PREPARATIONS OF VEGETABLES, FRUIT, NUTS OR OTHER PARTS OF PLANTS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15.15
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11.37
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -24.97
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    18.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    21
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MISCELLANEOUS EDIBLE PREPARATIONS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.39
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.56
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    19.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    22
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    BEVERAGES, SPIRITS AND VINEGAR.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.16
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.26
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -77.84
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    20.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    23
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    RESIDUES AND WASTE FROM THE FOOD INDUSTRIES; PREPARED ANIMAL FODER.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    29.53
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    37.62
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    27.39
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    21.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    24
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    TOBACCO AND MANUFACTURED TOBACCO SUBSTITUTES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.20
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.84
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -16.32
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    22.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    25
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SALT; SULPHUR; EARTHS AND STONE; PLASTERING MATERIALS, LIME AND CEMENT.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    77.49
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    82.46
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.42
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    23.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    26
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ORES, SLAG AND ASH.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    37.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    49.62
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    33.05
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    24.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    27
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MINERAL FUELS, MINERAL OILS AND PRODUCTS OF THEIR DISTILLATION; BITUMINOUS SUBSTANCES; MINERAL WAXES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    837.69
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    778.40
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -7.08
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    25.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    28
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    INORGANIC CHEMICALS; ORGANIC OR INORGANIC COMPOUNDS OF PRECIOUS METALS, OF RARE-EARTH METALS, OR RADI. ELEM. OR OF ISOTOPES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    683.60
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    737.50
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.88
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    26.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    29
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ORGANIC CHEMICALS
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5,396.44
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6,327.50
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.25
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    27.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    30
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PHARMACEUTICAL PRODUCTS
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    113.15
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    131.94
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.60
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    28.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    31
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    FERTILISERS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,925.70
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3,154.68
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    63.82
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    29.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    32
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    TANNING OR DYEING EXTRACTS; TANNINS AND THEIR DERI. DYES, PIGMENTS AND OTHER COLOURING MATTER; PAINTS AND VER; PUTTY AND OTHER MASTICS; INKS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    344.56
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    371.47
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.81
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    30.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    33
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ESSENTIAL OILS AND RESINOIDS; PERFUMERY, COSMETIC OR TOILET PREPARATIONS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    101.78
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    96.96
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -4.74
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    31.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    34
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SOAP, ORGANIC SURFACE-ACTIVE AGENTS, WASHING PREPARATIONS, LUBRICATING PREPARATIONS, ARTIFICIAL WAXES, PREPARED WAXES, POLISHING OR SCOURING PREP.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    48.99
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    52.39
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.95
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    32.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    35
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ALBUMINOIDAL SUBSTANCES; MODIFIED STARCHES; GLUES; ENZYMES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    74.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    92.68
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    24.44
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    33.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    36
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    EXPLOSIVES; PYROTECHNIC PRODUCTS; MATCHES; PYROPHORIC ALLOYS; CERTAIN COMBUSTIBLE PREPARATIONS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.03
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    203.41
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    34.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    37
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PHOTOGRAPHIC OR CINEMATOGRAPHIC GOODS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    22.08
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    19.97
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.56
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    35.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    38
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MISCELLANEOUS CHEMICAL PRODUCTS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    640.28
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    792.69
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    23.80
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    36.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    39
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PLASTIC AND ARTICLES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,320.57
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,710.63
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    29.54
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    37.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    40
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    RUBBER AND ARTICLES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    231.70
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    281.87
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.65
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    38.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    41
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    RAW HIDES AND SKINS (OTHER THAN FURSKINS) AND LEATHER
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    24.88
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    35.62
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    43.19
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    39.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    42
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARTICLES OF LEATHER,SADDLERY AND HARNESS;TRAVEL GOODS, HANDBAGS AND SIMILAR CONT.ARTICLES OF ANIMAL GUT(OTHR THN SILK-WRM)GUT.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    210.64
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    240.97
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.40
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    40.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    43
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    FURSKINS AND ARTIFICIAL FUR, MANUFACTURES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.52
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.17
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -13.83
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    41.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    44
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    WOOD AND ARTICLES OF WOOD; WOOD CHARCOAL.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    102.74
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    138.21
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    34.52
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    42.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    45
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    CORK AND ARTICLES OF CORK.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.14
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.25
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    83.79
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    43.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    46
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MANUFACTURES OF STRAW, OF ESPARTO OR OF OTHER PLAITING MATERIALS; BASKETWARE AND WICKERWORK.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.38
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.05
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -13.64
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    44.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    47
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PULP OF WOOD OR OF OTHER FIBROUS CELLULOSIC MATERIAL; WASTE AND SCRAP OF PAPER OR PAPERBOARD.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.62
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.61
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    31.63
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    45.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    48
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PAPER AND PAPERBOARD; ARTICLES OF PAPER PULP, OF PAPER OR OF PAPERBOARD.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    333.04
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    375.77
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.83
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    46.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    49
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PRINTED BOOKDS, NEWSPAPERS, PICTURES AND OTHER PRODUCTS OF THE PRINTING INDUSTRY; MANUSCRIPTS, TYPESCRIPTS AND PLANS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    26.50
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.06
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -20.54
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    47.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    50
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SILK
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    210.77
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    200.29
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -4.97
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    48.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    51
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    WOOL, FINE OR COARSE ANIMAL HAIR, HORSEHAIR YARN AND WOVEN FABRIC.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    34.25
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    38.61
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.73
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    49.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    52
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    COTTON.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    221.13
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    145.93
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -34.01
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    50.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    53
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    OTHER VEGETABLE TEXTILE FIBRES; PAPER YARN AND WOVEN FABRICS OF PAPER YARN.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    144.50
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    157.66
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.11
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    51.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    54
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MAN-MADE FILAMENTS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    335.82
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    356.73
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.23
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    52.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    55
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MAN-MADE STAPLE FIBRES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    257.98
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    326.80
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    26.67
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    53.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    56
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    WADDING, FELT AND NONWOVENS; SPACIAL YARNS; TWINE, CORDAGE, ROPES AND CABLES AND ARTICLES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    52.33
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    62.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    19.05
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    54.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    57
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    CARPETS AND OTHER TEXTILE FLOOR COVERINGS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.17
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    24.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15.63
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    55.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    58
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SPECIAL WOVEN FABRICS; TUFTED TEXTILE FABRICS; LACE; TAPESTRIES; TRIMMINGS; EMBROIDERY.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    64.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    69.14
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.54
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    56.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    59
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    IMPREGNATED, COATED, COVERED OR LAMINATED TEXTILE FABRICS; TEXTILE ARTICLES OF A KIND SUITABLE FOR INDUSTRIAL USE.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    483.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    510.55
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.66
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    57.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    60
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    KNITTED OR CROCHETED FABRICS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    280.77
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    337.28
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    20.13
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    58.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    61
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARTICLES OF APPAREL AND CLOTHING ACCESSORIES, KNITTED OR CORCHETED.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    78.26
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    98.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    25.85
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    59.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    62
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARTICLES OF APPAREL AND CLOTHING ACCESSORIES, NOT KNITTED OR CROCHETED.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    67.44
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    87.04
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    29.07
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    60.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    63
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    OTHER MADE UP TEXTILE ARTICLES; SETS; WORN CLOTHING AND WORN TEXTILE ARTICLES; RAGS
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    99.38
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    208.70
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    110.00
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    61.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    64
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    FOOTWEAR, GAITERS AND THE LIKE; PARTS OF SUCH ARTICLES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    247.49
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    280.04
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    13.15
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    62.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    65
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    HEADGEAR AND PARTS THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.39
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.27
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -1.53
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    63.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    66
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    UMBRELLAS, SUN UMBRELLAS, WALKING-STICKS, SEAT-STICKS, WHIPS,RIDING-CROPS AND PARTS THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.10
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    25.37
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    20.23
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    64.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    67
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PREPARED FEATHERS AND DOWN AND ARTICLES MADE OF FEATHERS OR OF DOWN; ARTIFICIAL FLOWERS; ARTICLES OF HUMAN HAIR.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.74
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.87
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    65.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    68
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARTICLES OF STONE, PLASTER, CEMENT, ASBESTOS, MICA OR SIMILAR MATERIALS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    163.85
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    193.86
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    18.32
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    66.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    69
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    CERAMIC PRODUCTS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    424.25
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    552.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    30.11
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    67.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    70
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    GLASS AND GLASSWARE.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    276.15
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    318.19
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15.22
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    68.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    71
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    NATURAL OR CULTURED PEARLS,PRECIOUS OR SEMIPRECIOUS STONES,PRE.METALS,CLAD WITH PRE.METAL AND ARTCLS THEREOF;IMIT.JEWLRY;COIN.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    950.76
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,231.17
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    29.49
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    69.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    72
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    IRON AND STEEL
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    976.26
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2,713.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    177.93
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    70.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    73
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARTICLES OF IRON OR STEEL
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,219.19
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,392.09
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.18
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    71.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    74
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    COPPER AND ARTICLES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    192.26
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    203.72
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.96
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    72.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    75
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    NICKEL AND ARTICLES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    29.23
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    188.10
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    543.46
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    73.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    76
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ALUMINIUM AND ARTICLES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    541.89
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    714.06
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    31.77
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    74.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    78
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    LEAD AND ARTICLES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.62
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.36
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -34.93
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    75.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    79
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ZINC AND ARTICLES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.20
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.77
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    60.60
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    76.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    80
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    TIN AND ARTICLES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.33
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.80
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -22.47
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    77.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    81
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    OTHER BASE METALS; CERMETS; ARTICLES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    146.28
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    166.41
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    13.76
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    78.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    82
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    TOOLS IMPLEMENTS, CUTLERY, SPOONS AND FORKS, OF BASE METAL; PARTS THEREOF OF BASE METAL.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    190.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    248.51
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    30.59
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    79.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    83
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MISCELLANEOUS ARTICLES OF BASE METAL.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    255.03
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    306.36
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    20.13
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    80.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    84
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    NUCLEAR REACTORS, BOILERS, MACHINERY AND MECHANICAL APPLIANCES; PARTS THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9,455.31
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10,144.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.29
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    81.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    85
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ELECTRICAL MACHINERY AND EQUIPMENT AND PARTS THEREOF; SOUND RECORDERS AND REPRODUCERS, TELEVISION IMAGE AND SOUND RECORDERS AND REPRODUCERS,AND PARTS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14,228.73
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16,738.41
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.64
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    82.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    86
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    RAILWAY OR TRAMWAY LOCOMOTIVES, ROLLING-STOCK AND PARTS THEREOF; RAILWAY OR TRAMWAY TRACK FIXTURES AND FITTINGS AND PARTS THEREOF; MECHANICAL
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    69.80
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    49.99
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -28.38
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    83.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    87
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    VEHICLES OTHER THAN RAILWAY OR TRAMWAY ROLLING STOCK, AND PARTS AND ACCESSORIES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    993.33
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,165.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.32
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    84.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    88
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    AIRCRAFT, SPACECRAFT, AND PARTS THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.53
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    23.61
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    42.80
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    85.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    89
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SHIPS, BOATS AND FLOATING STRUCTURES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    941.72
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,122.27
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    19.17
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    86.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    90
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    OPTICAL, PHOTOGRAPHIC CINEMATOGRAPHIC MEASURING, CHECKING PRECISION, MEDICAL OR SURGICAL INST. AND APPARATUS PARTS AND ACCESSORIES THEREOF;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,043.60
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,221.68
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.06
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    87.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    91
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    CLOCKS AND WATCHES AND PARTS THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    69.09
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    78.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.91
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    88.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    92
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MUSICAL INSTRUMENTS; PARTS AND ACCESSORIES OF SUCH ARTICLES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    23.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    23.65
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.51
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    89.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    93
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARMS AND AMMUNITION; PARTS AND ACCESSORIES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.04
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    95.14
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    90.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    94
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    FURNITURE; BEDDING, MATTRESSES, MATTRESS SUPPORTS, CUSHIONS AND SIMILAR STUFFED FURNISHING; LAMPS AND LIGHTING FITTINGS NOT ELSEWHERE SPECIFIED OR INC
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    599.39
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    739.47
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    23.37
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    91.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    95
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    TOYS, GAMES AND SPORTS REQUISITES; PARTS AND ACCESSORIES THEREOF.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    367.72
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    412.43
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.16
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    92.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    96
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MISCELLANEOUS MANUFACTURED ARTICLES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    184.11
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    217.35
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    18.05
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    93.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    97
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    WORKS OF ART COLLECTORS' PIECES AND ANTIQUES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.42
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.44
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.49
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    94.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    98
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PROJECT GOODS; SOME SPECIAL USES.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2,126.62
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,451.74
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -31.74
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    95.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    99
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MISCELLANEOUS GOODS.
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    18.23
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.07
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -66.73
</font>
</td>
  </tr>
   <tr><td>&nbsp;</td><td>&nbsp;</td><td><font size="2"><strong>Total</strong></font></td>
<td align=right><font size="2"><strong>
      51,034.62
      </strong></font></td>
<td align=right><font size="2"><strong>
      60,413.17
      </strong></font></td>
<td align=right><font size="2"><strong>
      18.38
      </strong></font></td>
      </tr>
  <tr>
<td style="VERTICAL-ALIGN: top" colspan=3><font size="2">
    <b>
     India's Total
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     450,199.78
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     448,033.40
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     -0.48
</font>
</td>
  </tr>
  <tr>
<td style="VERTICAL-ALIGN: top" colspan=3><font size="2">
    <b>
     %Share
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     11.3360
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     13.4841
</font>
</td>
<td>&nbsp;
</td>
  </tr>

</table>

<br>
<P align=right><STRONG><FONT face=""
size=4>DOC-NIC</FONT></STRONG></P>

</body>
</html>