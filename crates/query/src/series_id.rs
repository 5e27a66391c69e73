//! The SQL function `series_id`: the 23 series columns, in the contract's order, to the series' id.

use std::sync::Arc;

use arrow::array::{Array, AsArray as _, StringArray, StringViewArray};
use arrow::datatypes::DataType;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use portbook_model::concept::Concept;
use portbook_model::series::Series;

#[derive(Debug, PartialEq, Eq, Hash)]
struct SeriesId {
    signature: Signature,
}

/// The function, to be registered in a session.
pub(crate) fn function() -> ScalarUDF {
    let arguments = vec![DataType::Utf8View; Concept::ALL.len()];
    ScalarUDF::from(SeriesId { signature: Signature::exact(arguments, Volatility::Immutable) })
}

impl ScalarUDFImpl for SeriesId {
    fn name(&self) -> &'static str {
        "series_id"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8)
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let arrays = ColumnarValue::values_to_arrays(&arguments.args)?;
        let columns: Vec<&StringViewArray> = arrays
            .iter()
            .map(|array| {
                array.as_string_view_opt().ok_or_else(|| {
                    DataFusionError::Execution("series_id takes text columns".to_owned())
                })
            })
            .collect::<Result<_>>()?;
        let rows = columns.first().map_or(0, |column| Array::len(*column));
        let ids = (0..rows).map(|row| {
            let text = |concept: Concept| {
                let column = columns[concept as usize];
                column.is_valid(row).then(|| column.value(row).to_owned())
            };
            Series::new(text).ok().map(|series| series.id())
        });
        Ok(ColumnarValue::Array(Arc::new(ids.collect::<StringArray>())))
    }
}
