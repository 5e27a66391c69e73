

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
 Export :: Country-wise all commodities</font></STRONG></p>

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
    01
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    LIVE ANIMALS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    2.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    02
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MEAT AND EDIBLE MEAT OFFAL.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.24
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    3.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    03
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    FISH AND CRUSTACEANS, MOLLUSCS AND OTHER AQUATIC INVERTABRATES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    188.93
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    118.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -37.39
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    4.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    04
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    DAIRY PRODUCE; BIRDS' EGGS; NATURAL HONEY; EDIBLE PROD. OF ANIMAL ORIGIN, NOT ELSEWHERE SPEC. OR INCLUDED.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    5.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    05
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PRODUCTS OF ANIMAL ORIGIN, NOT ELSEWHERE SPECIFIED OR INCLUDED.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    56.49
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    38.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -32.35
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    6.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    06
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    LIVE TREES AND OTHER PLANTS; BULBS; ROOTS AND THE LIKE; CUT FLOWERS AND ORNAMENTAL FOLIAGE.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.57
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.39
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -11.13
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    7.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    07
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    EDIBLE VEGETABLES AND CERTAIN ROOTS AND TUBERS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.58
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.14
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -28.00
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    8.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    08
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    EDIBLE FRUIT AND NUTS; PEEL OR CITRUS FRUIT OR MELONS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.41
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.83
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.53
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    9.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    09
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    COFFEE, TEA, MATE AND SPICES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    31.17
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    18.63
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -40.24
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    10.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    10
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    CEREALS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    18.49
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -71.10
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    11.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    11
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PRODUCTS OF THE MILLING INDUSTRY; MALT; STARCHES; INULIN; WHEAT GLUTEN.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.39
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.15
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    68.68
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    12.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    12
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    OIL SEEDS AND OLEA. FRUITS; MISC. GRAINS, SEEDS AND FRUIT; INDUSTRIAL OR MEDICINAL PLANTS; STRAW AND FODDER.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.26
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    117.83
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    454.17
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    13.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    13
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    LAC; GUMS, RESINS AND OTHER VEGETABLE SAPS AND EXTRACTS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    183.89
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    104.96
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -42.92
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    14.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    14
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    VEGETABLE PLAITING MATERIALS; VEGETABLE PRODUCTS NOT ELSEWHERE SPECIFIED OR INCLUDED.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    29.29
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    25.84
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -11.75
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    15.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    15
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ANIMAL OR VEGETABLE FATS AND OILS AND THEIR CLEAVAGE PRODUCTS; PRE. EDIBLE FATS; ANIMAL OR VEGETABLE WAXEX.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    293.87
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    273.06
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -7.08
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    16.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    16
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PREPARATIONS OF MEAT, OF FISH OR OF CRUSTACEANS, MOLLUSCS OR OTHER AQUATIC INVERTEBRATES
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    17.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    17
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SUGARS AND SUGAR CONFECTIONERY.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.11
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.25
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -95.18
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    18.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    18
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    COCOA AND COCOA PREPARATIONS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    28.19
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.66
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -55.08
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    19.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    19
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PREPARATIONS OF CEREALS, FLOUR, STARCH OR MILK; PASTRYCOOKS PRODUCTS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.39
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.08
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -80.80
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    20.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    20
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PREPARATIONS OF VEGETABLES, FRUIT, NUTS OR OTHER PARTS OF PLANTS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.12
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.61
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    30.73
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    21.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    21
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MISCELLANEOUS EDIBLE PREPARATIONS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.18
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.77
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    49.19
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    22.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    22
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    BEVERAGES, SPIRITS AND VINEGAR.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.47
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.55
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.94
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    23.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    23
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    RESIDUES AND WASTE FROM THE FOOD INDUSTRIES; PREPARED ANIMAL FODER.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.39
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    18.20
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    237.71
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    24.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    24
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    TOBACCO AND MANUFACTURED TOBACCO SUBSTITUTES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.20
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.24
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -43.43
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    25.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    25
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SALT; SULPHUR; EARTHS AND STONE; PLASTERING MATERIALS, LIME AND CEMENT.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    677.71
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    621.42
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -8.31
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    26.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    26
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ORES, SLAG AND ASH.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,570.59
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    512.33
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -67.38
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    27.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    27
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MINERAL FUELS, MINERAL OILS AND PRODUCTS OF THEIR DISTILLATION; BITUMINOUS SUBSTANCES; MINERAL WAXES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,022.88
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,290.59
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    26.17
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    28.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    28
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    INORGANIC CHEMICALS; ORGANIC OR INORGANIC COMPOUNDS OF PRECIOUS METALS, OF RARE-EARTH METALS, OR RADI. ELEM. OR OF ISOTOPES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    113.92
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    247.05
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    116.86
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    29.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    29
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ORGANIC CHEMICALS
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    918.77
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,045.40
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    13.78
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    30.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    30
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PHARMACEUTICAL PRODUCTS
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    46.58
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    29.68
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -36.28
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    31.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    31
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    FERTILISERS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.03
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -89.29
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    32.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    32
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    TANNING OR DYEING EXTRACTS; TANNINS AND THEIR DERI. DYES, PIGMENTS AND OTHER COLOURING MATTER; PAINTS AND VER; PUTTY AND OTHER MASTICS; INKS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    102.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    100.95
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -1.37
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    33.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    33
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ESSENTIAL OILS AND RESINOIDS; PERFUMERY, COSMETIC OR TOILET PREPARATIONS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    160.29
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    92.63
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -42.21
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    34.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    34
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SOAP, ORGANIC SURFACE-ACTIVE AGENTS, WASHING PREPARATIONS, LUBRICATING PREPARATIONS, ARTIFICIAL WAXES, PREPARED WAXES, POLISHING OR SCOURING PREP.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.36
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.18
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11.13
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    35.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    35
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ALBUMINOIDAL SUBSTANCES; MODIFIED STARCHES; GLUES; ENZYMES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.16
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.32
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    36.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    36
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    EXPLOSIVES; PYROTECHNIC PRODUCTS; MATCHES; PYROPHORIC ALLOYS; CERTAIN COMBUSTIBLE PREPARATIONS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    37.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    37
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PHOTOGRAPHIC OR CINEMATOGRAPHIC GOODS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.21
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    38.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    38
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MISCELLANEOUS CHEMICAL PRODUCTS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    118.24
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    108.37
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -8.35
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    39.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    39
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PLASTIC AND ARTICLES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    557.37
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    356.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -36.07
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    40.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    40
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    RUBBER AND ARTICLES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    28.91
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    31.15
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.74
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    41.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    41
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    RAW HIDES AND SKINS (OTHER THAN FURSKINS) AND LEATHER
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    122.82
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    152.53
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    24.20
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    42.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    42
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARTICLES OF LEATHER,SADDLERY AND HARNESS;TRAVEL GOODS, HANDBAGS AND SIMILAR CONT.ARTICLES OF ANIMAL GUT(OTHR THN SILK-WRM)GUT.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.61
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    24.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11.07
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    43.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    43
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    FURSKINS AND ARTIFICIAL FUR, MANUFACTURES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.06
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12,840.00
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    44.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    44
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    WOOD AND ARTICLES OF WOOD; WOOD CHARCOAL.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.18
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.75
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    80.98
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    45.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    45
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    CORK AND ARTICLES OF CORK.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.24
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    46.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    46
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MANUFACTURES OF STRAW, OF ESPARTO OR OF OTHER PLAITING MATERIALS; BASKETWARE AND WICKERWORK.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.07
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.06
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -15.11
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    47.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    47
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PULP OF WOOD OR OF OTHER FIBROUS CELLULOSIC MATERIAL; WASTE AND SCRAP OF PAPER OR PAPERBOARD.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.04
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    48.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    48
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PAPER AND PAPERBOARD; ARTICLES OF PAPER PULP, OF PAPER OR OF PAPERBOARD.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.24
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -5.12
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    49.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    49
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PRINTED BOOKDS, NEWSPAPERS, PICTURES AND OTHER PRODUCTS OF THE PRINTING INDUSTRY; MANUSCRIPTS, TYPESCRIPTS AND PLANS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.41
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.54
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    30.38
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    50.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    50
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SILK
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11.90
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.12
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    35.50
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    51.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    51
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    WOOL, FINE OR COARSE ANIMAL HAIR, HORSEHAIR YARN AND WOVEN FABRIC.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.77
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.85
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    28.54
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    52.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    52
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    COTTON.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3,833.41
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2,277.87
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -40.58
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    53.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    53
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    OTHER VEGETABLE TEXTILE FIBRES; PAPER YARN AND WOVEN FABRICS OF PAPER YARN.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    72.96
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    84.77
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.19
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    54.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    54
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MAN-MADE FILAMENTS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.39
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.51
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    20.79
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    55.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    55
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MAN-MADE STAPLE FIBRES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    40.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    63.24
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    56.21
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    56.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    56
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    WADDING, FELT AND NONWOVENS; SPACIAL YARNS; TWINE, CORDAGE, ROPES AND CABLES AND ARTICLES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.86
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.27
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    58.22
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    57.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    57
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    CARPETS AND OTHER TEXTILE FLOOR COVERINGS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.03
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.77
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    58.93
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    58.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    58
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SPECIAL WOVEN FABRICS; TUFTED TEXTILE FABRICS; LACE; TAPESTRIES; TRIMMINGS; EMBROIDERY.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.17
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.36
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    101.04
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    59.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    59
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    IMPREGNATED, COATED, COVERED OR LAMINATED TEXTILE FABRICS; TEXTILE ARTICLES OF A KIND SUITABLE FOR INDUSTRIAL USE.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.18
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.31
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    31.71
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    60.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    60
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    KNITTED OR CROCHETED FABRICS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.15
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.13
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -14.21
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    61.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    61
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARTICLES OF APPAREL AND CLOTHING ACCESSORIES, KNITTED OR CORCHETED.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    22.03
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    24.88
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.90
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    62.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    62
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARTICLES OF APPAREL AND CLOTHING ACCESSORIES, NOT KNITTED OR CROCHETED.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    32.23
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    44.73
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    38.80
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    63.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    63
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    OTHER MADE UP TEXTILE ARTICLES; SETS; WORN CLOTHING AND WORN TEXTILE ARTICLES; RAGS
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.09
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    24.05
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    40.72
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    64.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    64
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    FOOTWEAR, GAITERS AND THE LIKE; PARTS OF SUCH ARTICLES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.56
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    22.79
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    56.59
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    65.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    65
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    HEADGEAR AND PARTS THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.10
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.08
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -18.00
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    66.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    66
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    UMBRELLAS, SUN UMBRELLAS, WALKING-STICKS, SEAT-STICKS, WHIPS,RIDING-CROPS AND PARTS THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.12
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    61,900.00
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    67.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    67
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PREPARED FEATHERS AND DOWN AND ARTICLES MADE OF FEATHERS OR OF DOWN; ARTIFICIAL FLOWERS; ARTICLES OF HUMAN HAIR.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    191.84
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    163.08
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -14.99
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    68.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    68
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARTICLES OF STONE, PLASTER, CEMENT, ASBESTOS, MICA OR SIMILAR MATERIALS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    24.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.78
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -10.08
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    69.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    69
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    CERAMIC PRODUCTS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.26
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.16
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    67.89
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    70.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    70
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    GLASS AND GLASSWARE.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    75.91
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    66.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -12.42
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    71.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    71
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    NATURAL OR CULTURED PEARLS,PRECIOUS OR SEMIPRECIOUS STONES,PRE.METALS,CLAD WITH PRE.METAL AND ARTCLS THEREOF;IMIT.JEWLRY;COIN.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    125.52
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    147.98
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.90
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    72.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    72
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    IRON AND STEEL
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    321.95
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    118.31
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -63.25
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    73.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    73
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARTICLES OF IRON OR STEEL
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    80.96
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    78.06
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -3.58
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    74.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    74
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    COPPER AND ARTICLES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,841.71
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,890.82
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.67
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    75.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    75
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    NICKEL AND ARTICLES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.35
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -95.13
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    76.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    76
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ALUMINIUM AND ARTICLES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    88.11
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    24.04
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -72.72
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    77.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    78
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    LEAD AND ARTICLES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.43
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -99.30
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    78.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    79
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ZINC AND ARTICLES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    98.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    144.88
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    47.32
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    79.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    80
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    TIN AND ARTICLES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.66
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -98.88
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    80.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    81
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    OTHER BASE METALS; CERMETS; ARTICLES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.58
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.53
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.26
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    81.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    82
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    TOOLS IMPLEMENTS, CUTLERY, SPOONS AND FORKS, OF BASE METAL; PARTS THEREOF OF BASE METAL.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.98
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11.73
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.59
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    82.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    83
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MISCELLANEOUS ARTICLES OF BASE METAL.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.76
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.83
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    22.45
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    83.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    84
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    NUCLEAR REACTORS, BOILERS, MACHINERY AND MECHANICAL APPLIANCES; PARTS THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    483.19
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    499.72
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.42
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    84.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    85
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ELECTRICAL MACHINERY AND EQUIPMENT AND PARTS THEREOF; SOUND RECORDERS AND REPRODUCERS, TELEVISION IMAGE AND SOUND RECORDERS AND REPRODUCERS,AND PARTS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    302.93
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    280.41
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -7.44
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    85.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    86
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    RAILWAY OR TRAMWAY LOCOMOTIVES, ROLLING-STOCK AND PARTS THEREOF; RAILWAY OR TRAMWAY TRACK FIXTURES AND FITTINGS AND PARTS THEREOF; MECHANICAL
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.35
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.38
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    151.10
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    86.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    87
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    VEHICLES OTHER THAN RAILWAY OR TRAMWAY ROLLING STOCK, AND PARTS AND ACCESSORIES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    118.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    104.67
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -11.46
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    87.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    88
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    AIRCRAFT, SPACECRAFT, AND PARTS THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    411.19
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    157.75
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -61.64
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    88.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    89
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    SHIPS, BOATS AND FLOATING STRUCTURES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.71
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.07
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -89.59
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    89.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    90
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    OPTICAL, PHOTOGRAPHIC CINEMATOGRAPHIC MEASURING, CHECKING PRECISION, MEDICAL OR SURGICAL INST. AND APPARATUS PARTS AND ACCESSORIES THEREOF;
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    143.47
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    111.63
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -22.19
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    90.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    91
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    CLOCKS AND WATCHES AND PARTS THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.42
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    86.86
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    91.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    92
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MUSICAL INSTRUMENTS; PARTS AND ACCESSORIES OF SUCH ARTICLES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.37
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.80
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    113.49
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    92.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    93
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    ARMS AND AMMUNITION; PARTS AND ACCESSORIES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    &nbsp;
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    93.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    94
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    FURNITURE; BEDDING, MATTRESSES, MATTRESS SUPPORTS, CUSHIONS AND SIMILAR STUFFED FURNISHING; LAMPS AND LIGHTING FITTINGS NOT ELSEWHERE SPECIFIED OR INC
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.24
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.56
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.26
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    94.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    95
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    TOYS, GAMES AND SPORTS REQUISITES; PARTS AND ACCESSORIES THEREOF.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.98
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.80
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -18.68
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    95.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    96
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MISCELLANEOUS MANUFACTURED ARTICLES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.07
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.86
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    19.21
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    96.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    97
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    WORKS OF ART COLLECTORS' PIECES AND ANTIQUES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.82
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    28.27
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    486.19
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    97.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    98
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    PROJECT GOODS; SOME SPECIAL USES.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.49
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.47
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    198.99
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    98.
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    99
</font>
</td>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    MISCELLANEOUS GOODS.
     &nbsp;
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.04
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.81
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,521.45
</font>
</td>
  </tr>
   <tr><td>&nbsp;</td><td>&nbsp;</td><td><font size="2"><strong>Total</strong></font></td>
<td align=right><font size="2"><strong>
      14,824.36
      </strong></font></td>
<td align=right><font size="2"><strong>
      11,934.25
      </strong></font></td>
<td align=right><font size="2"><strong>
      -19.50
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
     314,405.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     310,338.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     -1.29
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
     4.7150
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     3.8456
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