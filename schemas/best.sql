-- The view `best`: of each observation the row of the source that follows, where it prints one, else
-- the row of the source that is followed. Reads `latest`, the rows whose `superseded_at` is null, and
-- the dimension `follows`; columns named in `ignored` differ between the two by design.
select f.* from latest f where not exists (
    select 1 from follows k join latest l on l.source = k.source and l.dataset = k.dataset
    where k.followed_source = f.source
        and k.followed_dataset = f.dataset
        and (l.revision_reason is distinct from 'vanished')
        and l.period_start = f.period_start
        and l.period_end = f.period_end
        and l.ref_area = f.ref_area
        and l.counterpart_area = f.counterpart_area
        and l.trade_flow = f.trade_flow
        and l.commodity = f.commodity
        and l.measure = f.measure
        and l.adjustment = f.adjustment
        and l.transformation = f.transformation
        and l.currency = f.currency
        and l.unit_measure = f.unit_measure
        and l.period_kind = f.period_kind
        and (l.freq = f.freq or strpos(k.ignored, ';freq;') > 0)
        and (l.counterpart_area_2 = f.counterpart_area_2 or strpos(k.ignored, ';counterpart_area_2;') > 0)
        and (l.region = f.region or strpos(k.ignored, ';region;') > 0)
        and (l.customs_office = f.customs_office or strpos(k.ignored, ';customs_office;') > 0)
        and (l.classification = f.classification or strpos(k.ignored, ';classification;') > 0)
        and (l.series_code = f.series_code or strpos(k.ignored, ';series_code;') > 0)
        and (l.breakdown = f.breakdown or strpos(k.ignored, ';breakdown;') > 0)
        and (l.valuation = f.valuation or strpos(k.ignored, ';valuation;') > 0)
        and (l.trade_system = f.trade_system or strpos(k.ignored, ';trade_system;') > 0)
        and (l.customs_proc = f.customs_proc or strpos(k.ignored, ';customs_proc;') > 0)
        and (l.transport_mode = f.transport_mode or strpos(k.ignored, ';transport_mode;') > 0)
)
