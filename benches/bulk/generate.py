"""Made-up dumps in the shape of Comex Stat's: EXP_<year>.csv, `;` between fields, text in quotes.

usage: generate.py OUT ROWS FIRST_YEAR LAST_YEAR [SEED]    ROWS records a year, no two with one key
       generate.py OUT revised OF [SEED]                   the dumps of OF, 0.5 % of the values other

The commodities are those of ncm.csv beside this file, a cut of every unit and chapter; countries,
states and modes are those that `pipelines/br/comexstat/lookups.toml` reads. Key and figures are
drawn at random, a few codes far more often than the many: no figure is anybody's.
"""

import pathlib
import sys
import tomllib

import numpy
import polars

HERE = pathlib.Path(__file__).resolve().parent
LOOKUPS = HERE.parent.parent / "pipelines/br/comexstat/lookups.toml"
KEY = ["CO_MES", "CO_NCM", "CO_PAIS", "SG_UF_NCM", "CO_VIA", "CO_URF"]
MEASURES = ["QT_ESTAT", "KG_LIQUIDO", "VL_FOB"]
STATES = ["SP", "MG", "RS", "PR", "SC", "MT", "BA", "RJ", "GO", "PA", "ES", "CE", "PE", "MS", "AM"]
MODES = ["01", "04", "07", "05", "02"]
OFFICES = [f"{number:07d}" for number in range(100_000, 1_100_000, 12_345)]
SKEW = 1.25
DRAWS_MAX = 20
REVISED_SHARE = 0.005


def codes():
    """Commodities with their units, and the countries that have an ISO code, each once."""
    with LOOKUPS.open("rb") as file:
        countries = tomllib.load(file)["country"]
    countries = [code for code, is_ in countries.items() if "_" not in is_["counterpart_area"]]
    ncm = polars.read_csv(HERE / "ncm.csv", infer_schema_length=0)
    return ncm["CO_NCM"], ncm["CO_UNID"], polars.Series(countries)


def keys(random, rows, year):
    """ROWS keys of a year, each once, in the order of their months."""
    ncm, unit, country = codes()
    state, mode, office = map(polars.Series, (STATES, MODES, OFFICES))

    def skewed(count):
        return (random.zipf(SKEW, rows) - 1) % count

    drawn = None
    for _ in range(DRAWS_MAX):
        commodity = skewed(len(ncm))
        months = polars.Series(random.integers(1, 13, rows)).cast(polars.String).str.zfill(2)
        more = polars.DataFrame({
            "CO_MES": months,
            "CO_NCM": ncm.gather(commodity),
            "CO_UNID": unit.gather(commodity),
            "CO_PAIS": country.gather(skewed(len(country))),
            "SG_UF_NCM": state.gather(skewed(len(state))),
            "CO_VIA": mode.gather(skewed(len(mode))),
            "CO_URF": office.gather(skewed(len(office))),
        })
        drawn = more if drawn is None else polars.concat([drawn, more])
        drawn = drawn.unique(KEY, keep="first", maintain_order=True)
        if len(drawn) >= rows:
            break
    assert len(drawn) >= rows, f"{year}: only {len(drawn)} keys after {DRAWS_MAX} draws"
    return drawn.head(rows).sort("CO_MES", maintain_order=True)


def dump(random, rows, year):
    kilograms = numpy.floor(random.lognormal(7, 3, rows)).astype(numpy.int64)
    prices = random.lognormal(0.5, 1, rows)
    return keys(random, rows, year).select(
        polars.lit(year, dtype=polars.Int32).alias("CO_ANO"), "CO_MES", "CO_NCM", "CO_UNID",
        "CO_PAIS", "SG_UF_NCM", "CO_VIA", "CO_URF",
        QT_ESTAT=polars.Series(kilograms // random.integers(1, 50, rows)),
        KG_LIQUIDO=polars.Series(kilograms),
        VL_FOB=polars.Series(numpy.floor(kilograms * prices).astype(numpy.int64)),
    )


def revised(random, path):
    """The same records in the same order; of each measure, some values are more than they were."""
    text = {name: polars.String for name in ["CO_ANO", "CO_UNID", *KEY]}
    frame = polars.read_csv(path, separator=";", schema_overrides=text)
    for name in MEASURES:
        is_other = random.random(len(frame)) < REVISED_SHARE
        more = random.integers(1, 1000, len(frame)) * is_other
        frame = frame.with_columns(polars.col(name) + polars.Series(more))
    return frame.with_columns(polars.col("CO_ANO").cast(polars.Int32))


def write(frame, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    frame.write_csv(path, separator=";", quote_style="non_numeric")
    print(path, f"{path.stat().st_size:,} bytes", flush=True)


def main():
    out, rows, *rest = sys.argv[1:]
    out = pathlib.Path(out)
    if rows == "revised":
        random = numpy.random.default_rng(int(rest[1]) if len(rest) > 1 else 8)
        for path in sorted(pathlib.Path(rest[0]).glob("EXP_*.csv")):
            write(revised(random, path), out / path.name)
        return
    random = numpy.random.default_rng(int(rest[2]) if len(rest) > 2 else 7)
    for year in range(int(rest[0]), int(rest[1]) + 1):
        write(dump(random, int(rows), year), out / f"EXP_{year}.csv")


if __name__ == "__main__":
    main()
