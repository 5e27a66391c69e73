

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
4/6/2020<BR>Values in US$ Million<br>
 Sorted on HSCode
 </p>

<table border="1" width="100%" cellpadding="3" cellspacing="0">
  <tr>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">S.No.</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">HSCode</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">Commodity</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">2015-2016</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">2016-2017</font> </th>
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
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -92.31
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
    145.18
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    131.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.54
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
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -60.00
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
    25.49
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.64
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -30.80
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
    1.65
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.89
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.31
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
    1.97
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.43
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    74.15
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
    4.87
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15.94
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    227.34
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
    21.99
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    25.99
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    18.21
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
    3.35
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.29
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -61.41
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
    7.16
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.52
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -78.82
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
    35.31
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    38.88
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.13
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
    77.11
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    60.99
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -20.90
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
    27.33
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    32.06
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.32
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
    294.81
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    294.15
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -0.22
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
    0.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    452.82
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
    2.16
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.93
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    314.25
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
    11.65
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -99.79
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
    0.20
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.59
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    189.18
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
    6.58
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.57
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    30.35
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
    1.88
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.64
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    40.37
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
    0.46
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.37
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -21.13
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
    9.77
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.44
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    78.56
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
    3.86
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.31
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -66.00
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
    540.42
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    558.61
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.37
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
    521.14
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,648.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    216.27
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
    641.71
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    789.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    23.03
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
    177.65
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    122.13
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -31.25
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
    842.84
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    882.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.67
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
    22.88
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    27.11
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    18.51
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
    0.46
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.37
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -20.43
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
    93.17
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    120.81
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    29.67
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
    68.57
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    59.66
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -13.00
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
    7.60
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.52
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    25.25
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
    3.36
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.45
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -26.98
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
    0.17
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.08
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -52.33
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
    97.36
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    118.99
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    22.22
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
    308.44
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    294.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -4.59
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
    29.47
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    37.62
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    27.67
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
    109.47
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    109.25
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -0.21
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
    24.92
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    31.05
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    24.60
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
    0.05
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.22
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    361.64
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
    68.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    40.55
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -40.67
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
    0.00
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
    0.01
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.15
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,389.22
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
    3.54
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.24
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -8.51
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
    0.45
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.54
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    20.16
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
    13.26
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    12.95
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -2.35
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
    4.66
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.92
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -37.37
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
    1,688.53
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,342.55
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -20.49
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
    77.87
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    92.84
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    19.23
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
    5.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.96
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    27.08
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
    40.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    65.56
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    62.50
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
    5.32
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.82
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.35
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
    14.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.87
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.70
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
    1.96
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.82
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -6.75
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
    17.36
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    18.17
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.66
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
    0.05
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.20
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    303.91
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
    27.64
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    25.64
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -7.24
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
    50.29
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    54.36
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.09
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
    22.20
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    23.52
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.91
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
    31.05
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    35.43
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.11
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
    0.13
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.09
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -28.44
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
    0.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -98.82
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
    135.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    157.11
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.12
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
    15.17
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.28
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -38.84
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
    1.26
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.61
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    265.93
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
    58.66
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    44.06
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -24.88
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
    108.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    142.98
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    31.80
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
    145.60
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    344.84
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    136.84
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
    62.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    68.98
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.42
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
    1,144.10
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    701.93
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -38.65
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
    35.48
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    37.45
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.53
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
    5.29
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    25.71
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    385.93
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
    0.30
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -98.75
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
    20.06
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    46.53
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    131.98
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
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -78.26
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
    0.62
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.28
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    107.57
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
    7.36
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.63
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    30.90
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
    8.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.63
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -42.21
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
    461.99
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    531.72
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15.09
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
    285.02
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    395.67
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    38.82
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
    1.72
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.94
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -45.39
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
    75.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    76.41
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.43
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
    17.40
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    43.38
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    149.35
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    88.
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
    134.34
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    152.16
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    13.26
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    89.
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
    0.37
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.37
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.29
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    90.
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
    0.63
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.89
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    41.62
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    91.
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
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.00
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    236.36
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    92.
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
    21.19
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.21
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.10
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    93.
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
    5.66
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.31
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -6.18
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    94.
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
    5.14
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.42
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -13.99
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    95.
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
    0.23
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    105.41
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    45,570.58
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    96.
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
    1.96
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.75
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -61.88
</font>
</td>
  </tr>
  <tr>
  <td style="VERTICAL-ALIGN: top"><font size="2">
    97.
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
    6.47
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.51
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    31.43
</font>
</td>
  </tr>
   <tr><td>&nbsp;</td><td>&nbsp;</td><td><font size="2"><strong>Total</strong></font></td>
<td align=right><font size="2"><strong>
      9,011.36
      </strong></font></td>
<td align=right><font size="2"><strong>
      10,171.89
      </strong></font></td>
<td align=right><font size="2"><strong>
      12.88
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
     262,291.09
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     275,852.43
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     5.17
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
     3.4356
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    <b>
     3.6874
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