//! The table `revision_implied`: what releases imply was revised before them, though no cell says
//! so. One row a comparison, whether or not rounding explains it; docs/identities.md has the
//! columns.

use std::sync::Arc;

use arrow::array::{
    Array as _, ArrayRef, BooleanArray, Date32Array, Decimal128Array, Int64Array, RecordBatch,
    StringArray, TimestampMicrosecondArray,
};
use arrow::datatypes::{Field, Schema};
use portbook_check::arithmetic::{Implied, Stated};
use portbook_model::address::Address;
use portbook_model::concept::Concept;
use portbook_model::observation::VALUE_SCALE;
use portbook_model::period::PeriodKind;
use portbook_publish::Table;
use portbook_schema::observation::date32;

pub(crate) const NAME: &str = "revision_implied";

/// The comparisons of one source; the column `source` is in the folder's name.
pub(crate) fn table(implied: &[Implied]) -> Table {
    let mut columns = Columns { implied, fields: Vec::new(), arrays: Vec::new() };
    for concept in Concept::ALL.into_iter().filter(|concept| *concept != Concept::Source) {
        columns.text(concept.name(), |one| one.series.get(concept).to_owned());
    }
    columns.text("time_period", |one| time_period(one, &one.printed));
    let period = |one: &Implied| one.printed.period;
    columns.add("period_start", dates(implied, |one| period(one).start));
    columns.add("period_end", dates(implied, |one| period(one).end));
    columns.text("identity", |one| one.identity.clone());
    columns.text("comparison", |one| one.comparison.code().to_owned());
    columns.decimal("printed", |one| one.printed.value);
    columns.decimal("expected", |one| Some(one.expected));
    columns.decimal("difference", |one| Some(one.difference));
    columns.decimal("tolerance", |one| Some(one.tolerance));
    let within = implied.iter().map(|one| Some(one.within));
    columns.add("within", Arc::new(within.collect::<BooleanArray>()));
    let released = implied.iter().map(|one| one.printed.release.released_at.as_microsecond());
    let released = TimestampMicrosecondArray::from_iter_values(released).with_timezone("UTC");
    columns.add("released_at", Arc::new(released));
    columns.stated("printed", |one| &one.printed);
    columns.decimal("beside", |one| one.beside.value);
    columns.stated("beside", |one| &one.beside);
    columns.decimal("held", |one| one.held.value);
    columns.text("held_time_period", |one| time_period(one, &one.held));
    columns.stated("held", |one| &one.held);
    let batch = RecordBatch::try_new(Arc::new(Schema::new(columns.fields)), columns.arrays)
        .expect("every column has a value for every comparison");
    Table { name: NAME.to_owned(), batch }
}

/// The cumulative to January is a month where a publisher prints no other.
fn time_period(one: &Implied, stated: &Stated) -> String {
    let kind: PeriodKind = one
        .series
        .get(Concept::PeriodKind)
        .parse()
        .expect("`check` has read the kind of every period");
    stated.period.time_period(kind)
}

fn dates(implied: &[Implied], of: impl Fn(&Implied) -> jiff::civil::Date) -> ArrayRef {
    Arc::new(Date32Array::from_iter_values(implied.iter().map(|one| date32(of(one)))))
}

struct Columns<'a> {
    implied: &'a [Implied],
    fields: Vec<Field>,
    arrays: Vec<ArrayRef>,
}

impl Columns<'_> {
    fn add(&mut self, name: &str, array: ArrayRef) {
        self.fields.push(Field::new(name, array.data_type().clone(), false));
        self.arrays.push(array);
    }

    fn nullable(&mut self, name: &str, array: ArrayRef) {
        self.fields.push(Field::new(name, array.data_type().clone(), true));
        self.arrays.push(array);
    }

    fn text(&mut self, name: &str, of: impl Fn(&Implied) -> String) {
        let values = self.implied.iter().map(of);
        self.add(name, Arc::new(StringArray::from_iter_values(values)));
    }

    fn decimal(&mut self, name: &str, of: impl Fn(&Implied) -> Option<i128>) {
        let scale = i8::try_from(VALUE_SCALE).expect("nine fits");
        let values = Decimal128Array::from_iter(self.implied.iter().map(of));
        let values = values
            .with_precision_and_scale(38, scale)
            .expect("`check` computes with values of at most 38 digits");
        self.nullable(name, Arc::new(values));
    }

    /// The release that printed a figure, and where.
    fn stated(&mut self, role: &str, of: impl Fn(&Implied) -> &Stated) {
        let column = |name: &str| format!("{role}_{name}");
        self.text(&column("release"), |one| of(one).release.id.to_string());
        self.text(&column("snapshot"), |one| of(one).snapshot.to_string());
        let optional = |part: fn(&Address) -> Option<&str>| {
            let texts = self.implied.iter().map(|one| part(&of(one).address));
            Arc::new(StringArray::from_iter(texts)) as ArrayRef
        };
        let member = optional(|a| a.member.as_deref());
        let sheet = optional(|a| a.sheet.as_deref());
        let cell = optional(|a| a.cell.as_deref());
        let records = self.implied.iter().map(|one| of(one).address.record);
        let record = Arc::new(Int64Array::from_iter(records));
        for (name, array) in [("member", member), ("sheet", sheet), ("cell", cell)] {
            self.nullable(&column(name), array);
        }
        self.nullable(&column("record"), record);
    }
}
