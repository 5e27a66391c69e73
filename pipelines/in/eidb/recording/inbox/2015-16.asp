

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
 Import :: Commodity-wise</font></STRONG></p>

<p align=right>Dated:
4/6/2020<BR>Values in US $ Million<br>
 Sorted on HSCode
 </p>

<font color=red size=1>* ITC HS Code of the Commodity is either dropped or re-allocated from April 2019</font>

<table border="1" width="100%" cellpadding="3" cellspacing="0">
  <tr>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">S.No.</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">HSCode</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">Commodity</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">2014-2015</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">%Share</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">2015-2016</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">%Share</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">%Growth</font> </th>
    <th bgcolor="#336600"><font face="Arial" color="#ffffff" size="2">HS Code digit level option</font> </th>
  </tr>
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
    11.96
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0027
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.28
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0024
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -22.40
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=01">4</a>
            <a href="Icom6.asp?hs=01">6</a>
            <a href="Icom8.asp?hs=01">8</a>
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
    3.22
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0007
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.95
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0005
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -39.32
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=02">4</a>
            <a href="Icom6.asp?hs=02">6</a>
            <a href="Icom8.asp?hs=02">8</a>
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
    61.69
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0138
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    67.18
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0176
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.90
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=03">4</a>
            <a href="Icom6.asp?hs=03">6</a>
            <a href="Icom8.asp?hs=03">8</a>
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
    50.05
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0112
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    51.82
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0136
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.55
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=04">4</a>
            <a href="Icom6.asp?hs=04">6</a>
            <a href="Icom8.asp?hs=04">8</a>
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
    37.15
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0083
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    38.44
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0101
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.47
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=05">4</a>
            <a href="Icom6.asp?hs=05">6</a>
            <a href="Icom8.asp?hs=05">8</a>
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
    18.52
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0041
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    17.42
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0046
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -5.90
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=06">4</a>
            <a href="Icom6.asp?hs=06">6</a>
            <a href="Icom8.asp?hs=06">8</a>
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
    2,834.42
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.6326
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4,022.31
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.0557
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    41.91
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=07">4</a>
            <a href="Icom6.asp?hs=07">6</a>
            <a href="Icom8.asp?hs=07">8</a>
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
    2,672.08
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.5964
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3,051.09
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.8008
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.18
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=08">4</a>
            <a href="Icom6.asp?hs=08">6</a>
            <a href="Icom8.asp?hs=08">8</a>
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
    729.43
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1628
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    771.95
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.2026
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.83
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=09">4</a>
            <a href="Icom6.asp?hs=09">6</a>
            <a href="Icom8.asp?hs=09">8</a>
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
    22.17
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0049
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    188.59
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0495
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    750.66
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=10">4</a>
            <a href="Icom6.asp?hs=10">6</a>
            <a href="Icom8.asp?hs=10">8</a>
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
    61.40
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0137
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    56.93
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0149
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -7.28
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=11">4</a>
            <a href="Icom6.asp?hs=11">6</a>
            <a href="Icom8.asp?hs=11">8</a>
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
    322.00
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0719
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    328.72
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0863
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.09
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=12">4</a>
            <a href="Icom6.asp?hs=12">6</a>
            <a href="Icom8.asp?hs=12">8</a>
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
    182.81
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0408
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    203.37
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0534
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11.25
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=13">4</a>
            <a href="Icom6.asp?hs=13">6</a>
            <a href="Icom8.asp?hs=13">8</a>
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
    22.55
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0050
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    29.04
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0076
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    28.79
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=14">4</a>
            <a href="Icom6.asp?hs=14">6</a>
            <a href="Icom8.asp?hs=14">8</a>
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
    10,670.01
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.3815
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10,530.35
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.7638
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -1.31
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=15">4</a>
            <a href="Icom6.asp?hs=15">6</a>
            <a href="Icom8.asp?hs=15">8</a>
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
    3.28
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0007
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.85
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0007
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -12.86
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=16">4</a>
            <a href="Icom6.asp?hs=16">6</a>
            <a href="Icom8.asp?hs=16">8</a>
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
    686.48
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1532
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    692.56
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1818
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.89
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=17">4</a>
            <a href="Icom6.asp?hs=17">6</a>
            <a href="Icom8.asp?hs=17">8</a>
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
    253.58
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0566
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    212.96
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0559
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -16.02
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=18">4</a>
            <a href="Icom6.asp?hs=18">6</a>
            <a href="Icom8.asp?hs=18">8</a>
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
    65.38
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0146
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    59.31
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0156
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.28
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=19">4</a>
            <a href="Icom6.asp?hs=19">6</a>
            <a href="Icom8.asp?hs=19">8</a>
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
    75.07
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0168
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    78.45
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0206
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.51
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=20">4</a>
            <a href="Icom6.asp?hs=20">6</a>
            <a href="Icom8.asp?hs=20">8</a>
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
    124.53
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0278
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    137.37
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0361
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.31
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=21">4</a>
            <a href="Icom6.asp?hs=21">6</a>
            <a href="Icom8.asp?hs=21">8</a>
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
    541.59
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1209
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    559.58
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1469
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.32
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=22">4</a>
            <a href="Icom6.asp?hs=22">6</a>
            <a href="Icom8.asp?hs=22">8</a>
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
    331.54
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0740
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    382.28
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1003
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15.30
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=23">4</a>
            <a href="Icom6.asp?hs=23">6</a>
            <a href="Icom8.asp?hs=23">8</a>
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
    48.66
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0109
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    50.28
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0132
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.33
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=24">4</a>
            <a href="Icom6.asp?hs=24">6</a>
            <a href="Icom8.asp?hs=24">8</a>
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
    2,717.56
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.6066
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2,576.93
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.6763
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -5.18
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=25">4</a>
            <a href="Icom6.asp?hs=25">6</a>
            <a href="Icom8.asp?hs=25">8</a>
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
    7,361.19
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.6430
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5,420.00
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.4225
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -26.37
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=26">4</a>
            <a href="Icom6.asp?hs=26">6</a>
            <a href="Icom8.asp?hs=26">8</a>
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
    156,400.01
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    34.9081
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    96,953.06
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    25.4465
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -38.01
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=27">4</a>
            <a href="Icom6.asp?hs=27">6</a>
            <a href="Icom8.asp?hs=27">8</a>
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
    5,136.97
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.1466
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5,068.23
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.3302
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -1.34
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=28">4</a>
            <a href="Icom6.asp?hs=28">6</a>
            <a href="Icom8.asp?hs=28">8</a>
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
    17,746.39
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.9610
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15,618.16
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.0992
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -11.99
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=29">4</a>
            <a href="Icom6.asp?hs=29">6</a>
            <a href="Icom8.asp?hs=29">8</a>
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
    1,628.06
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.3634
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,641.15
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.4307
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.80
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=30">4</a>
            <a href="Icom6.asp?hs=30">6</a>
            <a href="Icom8.asp?hs=30">8</a>
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
    6,386.62
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.4255
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7,072.89
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.8564
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.75
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=31">4</a>
            <a href="Icom6.asp?hs=31">6</a>
            <a href="Icom8.asp?hs=31">8</a>
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
    1,608.02
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.3589
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,599.80
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.4199
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -0.51
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=32">4</a>
            <a href="Icom6.asp?hs=32">6</a>
            <a href="Icom8.asp?hs=32">8</a>
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
    630.96
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1408
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    644.72
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1692
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.18
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=33">4</a>
            <a href="Icom6.asp?hs=33">6</a>
            <a href="Icom8.asp?hs=33">8</a>
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
    671.85
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1500
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    637.53
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1673
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -5.11
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=34">4</a>
            <a href="Icom6.asp?hs=34">6</a>
            <a href="Icom8.asp?hs=34">8</a>
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
    355.83
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0794
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    366.24
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0961
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.92
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=35">4</a>
            <a href="Icom6.asp?hs=35">6</a>
            <a href="Icom8.asp?hs=35">8</a>
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
    10.58
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0024
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.36
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0027
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -2.11
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=36">4</a>
            <a href="Icom6.asp?hs=36">6</a>
            <a href="Icom8.asp?hs=36">8</a>
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
    242.79
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0542
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    235.28
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0618
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -3.09
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=37">4</a>
            <a href="Icom6.asp?hs=37">6</a>
            <a href="Icom8.asp?hs=37">8</a>
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
    4,177.54
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.9324
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4,160.38
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.0919
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -0.41
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=38">4</a>
            <a href="Icom6.asp?hs=38">6</a>
            <a href="Icom8.asp?hs=38">8</a>
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
    11,690.78
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.6094
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11,411.99
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.9952
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -2.38
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=39">4</a>
            <a href="Icom6.asp?hs=39">6</a>
            <a href="Icom8.asp?hs=39">8</a>
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
    3,253.58
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.7262
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2,915.93
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.7653
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -10.38
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=40">4</a>
            <a href="Icom6.asp?hs=40">6</a>
            <a href="Icom8.asp?hs=40">8</a>
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
    733.43
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1637
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    659.41
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1731
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -10.09
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=41">4</a>
            <a href="Icom6.asp?hs=41">6</a>
            <a href="Icom8.asp?hs=41">8</a>
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
    318.12
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0710
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    323.35
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0849
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.64
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=42">4</a>
            <a href="Icom6.asp?hs=42">6</a>
            <a href="Icom8.asp?hs=42">8</a>
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
    5.24
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0012
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.79
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0007
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -46.64
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=43">4</a>
            <a href="Icom6.asp?hs=43">6</a>
            <a href="Icom8.asp?hs=43">8</a>
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
    2,624.95
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.5859
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2,368.66
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.6217
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.76
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=44">4</a>
            <a href="Icom6.asp?hs=44">6</a>
            <a href="Icom8.asp?hs=44">8</a>
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
    5.55
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0012
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.30
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0014
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -4.52
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=45">4</a>
            <a href="Icom6.asp?hs=45">6</a>
            <a href="Icom8.asp?hs=45">8</a>
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
    2.71
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0006
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.20
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0006
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -18.77
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=46">4</a>
            <a href="Icom6.asp?hs=46">6</a>
            <a href="Icom8.asp?hs=46">8</a>
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
    1,687.74
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.3767
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,633.67
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.4288
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -3.20
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=47">4</a>
            <a href="Icom6.asp?hs=47">6</a>
            <a href="Icom8.asp?hs=47">8</a>
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
    2,586.03
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.5772
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2,475.70
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.6498
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -4.27
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=48">4</a>
            <a href="Icom6.asp?hs=48">6</a>
            <a href="Icom8.asp?hs=48">8</a>
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
    383.27
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0855
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    349.16
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0916
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -8.90
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=49">4</a>
            <a href="Icom6.asp?hs=49">6</a>
            <a href="Icom8.asp?hs=49">8</a>
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
    215.13
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0480
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    205.69
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0540
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -4.39
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=50">4</a>
            <a href="Icom6.asp?hs=50">6</a>
            <a href="Icom8.asp?hs=50">8</a>
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
    401.05
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0895
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    362.57
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0952
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.60
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=51">4</a>
            <a href="Icom6.asp?hs=51">6</a>
            <a href="Icom8.asp?hs=51">8</a>
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
    739.67
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1651
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    599.43
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1573
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -18.96
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=52">4</a>
            <a href="Icom6.asp?hs=52">6</a>
            <a href="Icom8.asp?hs=52">8</a>
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
    305.41
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0682
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    371.99
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0976
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    21.80
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=53">4</a>
            <a href="Icom6.asp?hs=53">6</a>
            <a href="Icom8.asp?hs=53">8</a>
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
    824.87
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1841
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    746.12
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1958
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.55
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=54">4</a>
            <a href="Icom6.asp?hs=54">6</a>
            <a href="Icom8.asp?hs=54">8</a>
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
    743.74
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1660
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    673.92
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1769
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.39
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=55">4</a>
            <a href="Icom6.asp?hs=55">6</a>
            <a href="Icom8.asp?hs=55">8</a>
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
    242.26
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0541
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    279.80
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0734
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15.50
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=56">4</a>
            <a href="Icom6.asp?hs=56">6</a>
            <a href="Icom8.asp?hs=56">8</a>
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
    86.70
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0194
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    92.79
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0244
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.03
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=57">4</a>
            <a href="Icom6.asp?hs=57">6</a>
            <a href="Icom8.asp?hs=57">8</a>
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
    187.60
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0419
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    199.49
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0524
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    6.34
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=58">4</a>
            <a href="Icom6.asp?hs=58">6</a>
            <a href="Icom8.asp?hs=58">8</a>
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
    784.34
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1751
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    713.11
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1872
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.08
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=59">4</a>
            <a href="Icom6.asp?hs=59">6</a>
            <a href="Icom8.asp?hs=59">8</a>
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
    469.85
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1049
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    489.81
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1286
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4.25
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=60">4</a>
            <a href="Icom6.asp?hs=60">6</a>
            <a href="Icom8.asp?hs=60">8</a>
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
    213.98
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0478
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    253.65
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0666
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    18.54
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=61">4</a>
            <a href="Icom6.asp?hs=61">6</a>
            <a href="Icom8.asp?hs=61">8</a>
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
    309.88
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0692
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    326.85
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0858
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.48
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=62">4</a>
            <a href="Icom6.asp?hs=62">6</a>
            <a href="Icom8.asp?hs=62">8</a>
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
    495.80
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1107
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    549.94
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1443
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.92
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=63">4</a>
            <a href="Icom6.asp?hs=63">6</a>
            <a href="Icom8.asp?hs=63">8</a>
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
    460.54
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1028
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    473.00
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1241
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.71
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=64">4</a>
            <a href="Icom6.asp?hs=64">6</a>
            <a href="Icom8.asp?hs=64">8</a>
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
    13.64
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0030
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    15.43
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0040
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    13.09
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=65">4</a>
            <a href="Icom6.asp?hs=65">6</a>
            <a href="Icom8.asp?hs=65">8</a>
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
    27.12
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0061
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    26.46
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0069
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -2.46
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=66">4</a>
            <a href="Icom6.asp?hs=66">6</a>
            <a href="Icom8.asp?hs=66">8</a>
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
    11.60
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0026
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11.53
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0030
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -0.58
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=67">4</a>
            <a href="Icom6.asp?hs=67">6</a>
            <a href="Icom8.asp?hs=67">8</a>
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
    560.44
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1251
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    620.65
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1629
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    10.74
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=68">4</a>
            <a href="Icom6.asp?hs=68">6</a>
            <a href="Icom8.asp?hs=68">8</a>
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
    762.86
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1703
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    712.32
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1870
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -6.63
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=69">4</a>
            <a href="Icom6.asp?hs=69">6</a>
            <a href="Icom8.asp?hs=69">8</a>
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
    845.66
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1887
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    920.43
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.2416
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.84
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=70">4</a>
            <a href="Icom6.asp?hs=70">6</a>
            <a href="Icom8.asp?hs=70">8</a>
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
    62,379.92
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    13.9231
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    56,536.96
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    14.8388
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.37
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=71">4</a>
            <a href="Icom6.asp?hs=71">6</a>
            <a href="Icom8.asp?hs=71">8</a>
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
    12,342.01
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.7547
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11,251.87
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.9532
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -8.83
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=72">4</a>
            <a href="Icom6.asp?hs=72">6</a>
            <a href="Icom8.asp?hs=72">8</a>
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
    3,978.75
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.8880
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3,743.59
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.9826
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -5.91
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=73">4</a>
            <a href="Icom6.asp?hs=73">6</a>
            <a href="Icom8.asp?hs=73">8</a>
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
    3,214.36
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.7174
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3,287.13
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.8627
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.26
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=74">4</a>
            <a href="Icom6.asp?hs=74">6</a>
            <a href="Icom8.asp?hs=74">8</a>
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
    1,386.82
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.3095
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    899.86
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.2362
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -35.11
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=75">4</a>
            <a href="Icom6.asp?hs=75">6</a>
            <a href="Icom8.asp?hs=75">8</a>
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
    3,739.75
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.8347
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3,429.00
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.9000
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -8.31
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=76">4</a>
            <a href="Icom6.asp?hs=76">6</a>
            <a href="Icom8.asp?hs=76">8</a>
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
    630.78
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1408
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    491.90
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1291
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -22.02
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=78">4</a>
            <a href="Icom6.asp?hs=78">6</a>
            <a href="Icom8.asp?hs=78">8</a>
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
    560.47
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1251
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    460.49
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1209
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -17.84
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=79">4</a>
            <a href="Icom6.asp?hs=79">6</a>
            <a href="Icom8.asp?hs=79">8</a>
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
    204.58
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0457
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    194.31
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0510
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -5.02
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=80">4</a>
            <a href="Icom6.asp?hs=80">6</a>
            <a href="Icom8.asp?hs=80">8</a>
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
    312.90
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0698
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    257.95
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0677
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -17.56
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=81">4</a>
            <a href="Icom6.asp?hs=81">6</a>
            <a href="Icom8.asp?hs=81">8</a>
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
    1,028.79
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.2296
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    899.16
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.2360
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -12.60
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=82">4</a>
            <a href="Icom6.asp?hs=82">6</a>
            <a href="Icom8.asp?hs=82">8</a>
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
    730.28
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1630
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    733.10
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1924
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.39
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=83">4</a>
            <a href="Icom6.asp?hs=83">6</a>
            <a href="Icom8.asp?hs=83">8</a>
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
    31,730.65
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.0822
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    32,872.22
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.6277
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.60
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=84">4</a>
            <a href="Icom6.asp?hs=84">6</a>
            <a href="Icom8.asp?hs=84">8</a>
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
    33,149.35
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7.3989
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    35,960.09
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    9.4382
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.48
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=85">4</a>
            <a href="Icom6.asp?hs=85">6</a>
            <a href="Icom8.asp?hs=85">8</a>
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
    397.07
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0886
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    498.56
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1309
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    25.56
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=86">4</a>
            <a href="Icom6.asp?hs=86">6</a>
            <a href="Icom8.asp?hs=86">8</a>
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
    4,861.67
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.0851
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4,988.88
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.3094
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.62
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=87">4</a>
            <a href="Icom6.asp?hs=87">6</a>
            <a href="Icom8.asp?hs=87">8</a>
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
    4,707.23
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.0506
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4,983.98
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.3081
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    5.88
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=88">4</a>
            <a href="Icom6.asp?hs=88">6</a>
            <a href="Icom8.asp?hs=88">8</a>
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
    4,959.36
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.1069
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    4,503.36
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.1820
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -9.19
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=89">4</a>
            <a href="Icom6.asp?hs=89">6</a>
            <a href="Icom8.asp?hs=89">8</a>
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
    7,049.60
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.5735
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7,267.27
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.9074
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    3.09
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=90">4</a>
            <a href="Icom6.asp?hs=90">6</a>
            <a href="Icom8.asp?hs=90">8</a>
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
    311.09
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0694
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    291.08
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0764
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -6.43
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=91">4</a>
            <a href="Icom6.asp?hs=91">6</a>
            <a href="Icom8.asp?hs=91">8</a>
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
    32.13
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0072
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    35.85
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0094
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    11.60
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=92">4</a>
            <a href="Icom6.asp?hs=92">6</a>
            <a href="Icom8.asp?hs=92">8</a>
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
    21.68
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0048
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    28.32
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0074
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    30.62
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=93">4</a>
            <a href="Icom6.asp?hs=93">6</a>
            <a href="Icom8.asp?hs=93">8</a>
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
    1,286.24
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.2871
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1,493.27
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.3919
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    16.10
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=94">4</a>
            <a href="Icom6.asp?hs=94">6</a>
            <a href="Icom8.asp?hs=94">8</a>
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
    498.89
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1114
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    539.93
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1417
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    8.23
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=95">4</a>
            <a href="Icom6.asp?hs=95">6</a>
            <a href="Icom8.asp?hs=95">8</a>
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
    447.28
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0998
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    438.72
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.1151
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -1.91
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=96">4</a>
            <a href="Icom6.asp?hs=96">6</a>
            <a href="Icom8.asp?hs=96">8</a>
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
    61.55
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0137
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    122.07
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.0320
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    98.32
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=97">4</a>
            <a href="Icom6.asp?hs=97">6</a>
            <a href="Icom8.asp?hs=97">8</a>
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
    3,640.61
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.8126
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2,790.38
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    0.7324
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    -23.35
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=98">4</a>
            <a href="Icom6.asp?hs=98">6</a>
            <a href="Icom8.asp?hs=98">8</a>
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
    7,471.64
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    1.6677
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    7,665.97
</td></font>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.0120
</font>
</td>
<td align=right style="VERTICAL-ALIGN: top"><font size="2">
    2.60
</font>
</td>
      <td style="VERTICAL-ALIGN: top"><font size="1">
            <a href="Icom4.asp?hs=99">4</a>
            <a href="Icom6.asp?hs=99">6</a>
            <a href="Icom8.asp?hs=99">8</a>
 </font>
</td>
  </tr>
   <tr><td>&nbsp;</td><td>&nbsp;</td><td><font size="2"><strong>India's Total Import</strong></font></td>
<td align=right><font size="2"><strong>
      448,033.41
      </strong></font></td>
<td>&nbsp;</td>
<td align=right><font size="2"><strong>
      381,007.76
      </strong></font></td>
<td>&nbsp;</td>
<td align=right><font size="2"><strong>
      -14.96
      </strong></font></td>
<td>&nbsp;</td>
      </tr>

</table>

<br>
<P align=right><STRONG><FONT face=""
size=4>DOC-NIC</FONT></STRONG></P>

</body>
</html>