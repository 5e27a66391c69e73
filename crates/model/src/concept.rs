//! The columns that name a series, in their order: contract 2.

/// One column of a series' identity. The order of the variants is the order of the published key
/// and of the rows in a file; changing it changes every `series_id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concept {
    /// `cn-gacc-express`: the folder under `pipelines/`, joined by `-`.
    Source,
    /// The printed table, whatever its number, language or currency.
    Dataset,
    /// SDMX `FREQ`: spacing of the dataset's main periods.
    Freq,
    /// SDMX `REF_AREA`: the economy whose trade or series it is.
    RefArea,
    /// SDMX `COUNTERPART_AREA`: the partner.
    CounterpartArea,
    /// A second partner, such as origin beside consignment.
    CounterpartArea2,
    /// Region inside the reference area.
    Region,
    /// Customs office of clearance.
    CustomsOffice,
    /// IMTS flow: `X M RX RM DX XM B _Z`.
    TradeFlow,
    /// Classification and edition of `commodity` (`HS2022`, `BPM6`).
    Classification,
    /// Commodity code in that classification, always text; `_T` all goods.
    Commodity,
    /// The publisher's own series id; `_Z` if it has none.
    SeriesCode,
    /// What only one publisher has, as sorted `name=code` joined by `;`; `_T` if nothing.
    Breakdown,
    /// What is measured: `VALUE`, `NET_WEIGHT`, `QUANTITY`, `INDEX` …
    Measure,
    /// IMTS valuation: `FOB CIF CV FAS _Z`.
    Valuation,
    /// IMTS trade system: `G` general, `S` special, `_Z`.
    TradeSystem,
    /// Customs procedure or regime.
    CustomsProc,
    /// Mode of transport.
    TransportMode,
    /// SDMX `ADJUSTMENT`: `N` none, `S` seasonally adjusted, `T` trend …
    Adjustment,
    /// SDMX `TRANSFORMATION`: `N` level, `GY` growth on the year, `G1` on the period before.
    Transformation,
    /// ISO 4217 code of the money behind the figure (also behind a growth rate); `_Z` if none.
    Currency,
    /// Unit of `obs_value`: a currency code, `PT`, `KG` …
    UnitMeasure,
    /// `month quarter year ytd fiscal_year rolling days`.
    PeriodKind,
}

impl Concept {
    pub const ALL: [Self; 23] = [
        Self::Source,
        Self::Dataset,
        Self::Freq,
        Self::RefArea,
        Self::CounterpartArea,
        Self::CounterpartArea2,
        Self::Region,
        Self::CustomsOffice,
        Self::TradeFlow,
        Self::Classification,
        Self::Commodity,
        Self::SeriesCode,
        Self::Breakdown,
        Self::Measure,
        Self::Valuation,
        Self::TradeSystem,
        Self::CustomsProc,
        Self::TransportMode,
        Self::Adjustment,
        Self::Transformation,
        Self::Currency,
        Self::UnitMeasure,
        Self::PeriodKind,
    ];

    /// The column's published name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Dataset => "dataset",
            Self::Freq => "freq",
            Self::RefArea => "ref_area",
            Self::CounterpartArea => "counterpart_area",
            Self::CounterpartArea2 => "counterpart_area_2",
            Self::Region => "region",
            Self::CustomsOffice => "customs_office",
            Self::TradeFlow => "trade_flow",
            Self::Classification => "classification",
            Self::Commodity => "commodity",
            Self::SeriesCode => "series_code",
            Self::Breakdown => "breakdown",
            Self::Measure => "measure",
            Self::Valuation => "valuation",
            Self::TradeSystem => "trade_system",
            Self::CustomsProc => "customs_proc",
            Self::TransportMode => "transport_mode",
            Self::Adjustment => "adjustment",
            Self::Transformation => "transformation",
            Self::Currency => "currency",
            Self::UnitMeasure => "unit_measure",
            Self::PeriodKind => "period_kind",
        }
    }

    /// What the column says, as `schemas/observation.json` prints it.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Source => "cn-gacc-express: the folder under pipelines/, joined by -",
            Self::Dataset => "The printed table, whatever its number, language or currency",
            Self::Freq => "SDMX FREQ: spacing of the dataset's main periods",
            Self::RefArea => "SDMX REF_AREA: the economy whose trade or series it is",
            Self::CounterpartArea => "SDMX COUNTERPART_AREA: the partner",
            Self::CounterpartArea2 => "A second partner, such as origin beside consignment",
            Self::Region => "Region inside the reference area",
            Self::CustomsOffice => "Customs office of clearance",
            Self::TradeFlow => "IMTS flow: X M RX RM DX XM B _Z",
            Self::Classification => "Classification and edition of commodity (HS2022, BPM6)",
            Self::Commodity => "Commodity code in that classification, always text; _T all goods",
            Self::SeriesCode => "The publisher's own series id; _Z if it has none",
            Self::Breakdown => {
                "What only one publisher has, as sorted name=code joined by ;; _T if nothing"
            }
            Self::Measure => "What is measured: VALUE, NET_WEIGHT, QUANTITY, INDEX …",
            Self::Valuation => "IMTS valuation: FOB CIF CV FAS _Z",
            Self::TradeSystem => "IMTS trade system: G general, S special, _Z",
            Self::CustomsProc => "Customs procedure or regime",
            Self::TransportMode => "Mode of transport",
            Self::Adjustment => "SDMX ADJUSTMENT: N none, S seasonally adjusted, T trend …",
            Self::Transformation => {
                "SDMX TRANSFORMATION: N level, GY growth on the year, G1 on the period before"
            }
            Self::Currency => {
                "ISO 4217 code of the money behind the figure (also behind a growth rate); _Z if none"
            }
            Self::UnitMeasure => "Unit of obs_value: a currency code, PT, KG …",
            Self::PeriodKind => "month quarter year ytd fiscal_year rolling days",
        }
    }

    /// The concept of that published name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|concept| concept.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_in_declaration_order_and_names_are_unique() {
        for (i, concept) in Concept::ALL.into_iter().enumerate() {
            assert_eq!(concept as usize, i);
            assert_eq!(Concept::named(concept.name()), Some(concept));
        }
    }
}
