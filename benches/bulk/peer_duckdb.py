"""DuckDB at the same task: dumps of Comex Stat to rows of the contract, sorted, a file a year.

usage: peer_duckdb.py FOLDER OUT

One year at a time, which bounds its memory. What was found to make it fast: codes are enumerations
in the order of their text, so that sorting compares numbers; only what differs between rows is
sorted, and what is the same in all of them, or follows from the measure, is added afterwards.
"""

import os
import pathlib
import shutil
import sys
import tempfile
import tomllib

import duckdb

LOOKUPS = pathlib.Path(__file__).resolve().parents[2] / "pipelines/br/comexstat/lookups.toml"
TEXT = ["CO_MES", "CO_NCM", "CO_UNID", "CO_PAIS", "SG_UF_NCM", "CO_VIA", "CO_URF"]
NUMBERS = ["QT_ESTAT", "KG_LIQUIDO", "VL_FOB"]
COLUMNS = {"CO_ANO": "INTEGER"} | dict.fromkeys(TEXT, "VARCHAR") | dict.fromkeys(NUMBERS, "BIGINT")
TABLES = {
    "country": ["counterpart_area"],
    "state": ["region"],
    "mode": ["transport_mode"],
    "quantity_unit": ["unit_measure", "unit_mult"],
}

READ = f"""
create or replace temp table dump as
select row_number() over () as record, * from read_csv(?, delim=';', header=true, quote='"', columns={COLUMNS})
"""
FORM = "create type {name} as enum (select distinct {column} from dump order by 1)"
RECORDS = """
create or replace temp table records as
select record, counterpart_area, region, CO_URF::customs_office as customs_office,
  CO_NCM::commodity as commodity, transport_mode, unit_measure, unit_mult,
  make_date(CO_ANO, CO_MES::INTEGER, 1) as period_start, QT_ESTAT, KG_LIQUIDO, VL_FOB
from dump join country using (CO_PAIS) join state using (SG_UF_NCM) join mode using (CO_VIA)
  join quantity_unit using (CO_UNID)
"""
# A thousandth of the unit is the least that a power of ten asks for: exact.
WRITE = """
copy (
  select 'exports' as dataset, 'BRA' as ref_area, counterpart_area, '_Z' as counterpart_area_2, region,
    customs_office, 'X' as trade_flow, 'NCM' as classification, commodity, '_Z' as series_code,
    '_T' as breakdown, measure, if(measure = 'VALUE', 'FOB', '_Z') as valuation, 'G' as trade_system,
    '_T' as customs_proc, transport_mode, 'N' as adjustment, 'N' as transformation,
    if(measure = 'VALUE', 'USD', '_Z') as currency, unit_measure, 'month' as period_kind,
    strftime(period_start, '%Y-%m') as time_period, period_start, last_day(period_start) as period_end,
    if(unit_mult < 0, (printed::DECIMAL(38, 9) * 0.001::DECIMAL(4, 3))::DECIMAL(38, 9),
      (printed * (10 ** greatest(unit_mult, 0))::BIGINT)::DECIMAL(38, 9)) as obs_value,
    unit_mult, 0::TINYINT as decimals, 'A' as obs_status, null::VARCHAR as conf_status, 'leaf' as "level",
    null::VARCHAR as base_period, timestamptz '2026-01-06 18:00:00+00' as released_at,
    'captured' as released_basis, 'br-comexstat:2026-01-06' as "release",
    timestamptz '2026-01-06 18:00:00+00' as first_seen_at, null::TIMESTAMPTZ as superseded_at,
    0::INTEGER as revision, null::VARCHAR as revision_reason, repeat('0', 64) as snapshot,
    null::VARCHAR as member, null::VARCHAR as sheet,
    case measure when 'VALUE' then 'VL_FOB' when 'QUANTITY' then 'QT_ESTAT' else 'KG_LIQUIDO' end as cell,
    record, null::VARCHAR as raw_text
  from (
    select counterpart_area, region, customs_office, commodity, m.measure as measure, transport_mode,
      period_start, coalesce(m.unit, unit_measure) as unit_measure,
      if(m.unit is null, unit_mult, 0::TINYINT) as unit_mult, m.printed as printed, record
    from records, unnest([
      {{'measure': 'VALUE'::measure, 'unit': 'USD'::unit, 'printed': VL_FOB}},
      {{'measure': 'NET_WEIGHT'::measure, 'unit': 'KG'::unit, 'printed': KG_LIQUIDO}},
      {{'measure': 'QUANTITY'::measure, 'unit': null::unit, 'printed': QT_ESTAT}}
    ]) as t(m)
    order by counterpart_area, region, customs_office, commodity, measure, transport_mode, period_start
  )
) to '{into}' (format parquet, compression zstd, row_group_size 1000000)
"""


def enumeration(connection, name, codes):
    listed = ", ".join(f"'{code}'" for code in sorted(codes))
    connection.execute(f"create type {name} as enum ({listed})")


def look_up(connection, lookups):
    """The lookups as tables: label, and what it is."""
    keys = dict(zip(TABLES, ["CO_PAIS", "SG_UF_NCM", "CO_VIA", "CO_UNID"], strict=True))
    enumeration(connection, "measure", ["NET_WEIGHT", "QUANTITY", "VALUE"])
    for table, columns in TABLES.items():
        types = []
        for column in columns:
            known = {says[column] for says in lookups[table].values()}
            name = {"unit_measure": "unit"}.get(column, f"{column}_code")
            if column == "unit_mult":
                name = "TINYINT"
            else:
                enumeration(connection, name, known | ({"KG", "USD"} if name == "unit" else set()))
            types.append(f"{column} {name}")
        connection.execute(f"create table {table} ({keys[table]} VARCHAR, {', '.join(types)})")
        rows = [[label, *(says[column] for column in columns)] for label, says in lookups[table].items()]
        places = ", ".join("?" * (1 + len(columns)))
        connection.executemany(f"insert into {table} values ({places})", rows)


def main():
    folder, out = map(pathlib.Path, sys.argv[1:])
    shutil.rmtree(out, ignore_errors=True)
    with LOOKUPS.open("rb") as file:
        lookups = tomllib.load(file)
    with tempfile.TemporaryDirectory(dir=out.parent) as spill, duckdb.connect() as connection:
        connection.execute(f"set threads={os.cpu_count()}; set memory_limit='4GB'; set timezone='UTC'")
        connection.execute(f"set temp_directory='{spill}'")
        look_up(connection, lookups)
        for path in sorted(folder.glob("EXP_*.csv")):
            into = out / f"source=br-comexstat/freq=M/year={path.stem[-4:]}"
            into.mkdir(parents=True)
            connection.execute(READ, [str(path)])
            connection.execute("drop table if exists records")
            for name, column in {"customs_office": "CO_URF", "commodity": "CO_NCM"}.items():
                connection.execute(f"drop type if exists {name}")
                connection.execute(FORM.format(name=name, column=column))
            connection.execute(RECORDS)
            connection.execute(WRITE.format(into=into / "part-0.parquet"))


if __name__ == "__main__":
    main()
