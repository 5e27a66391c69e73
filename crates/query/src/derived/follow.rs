//! From a question's plan to the rows that went into it.

use std::sync::Arc;

use arrow::array::RecordBatch;
use arrow::datatypes::{Field, Schema};
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::common::{Column, DFSchema, TableReference};
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{Aggregate, Expr, LogicalPlan, when};
use datafusion::prelude::{DataFrame, SessionContext};

use super::{CELLS_MAX, Cells, Figure, Step, Term, one_line};
use crate::published_row::{self, PublishedRow};
use crate::rows::Rows;

/// Follows the plan of a question that was run and gave `answer`.
pub(crate) async fn follow(
    context: &SessionContext,
    sql: &str,
    plan: &LogicalPlan,
    answer: &Rows,
    cells: &mut Cells,
) -> std::result::Result<Figure, crate::error::Error> {
    let question = |message: String| crate::error::Error::Question { message };
    let mut rows = answer.texts()?;
    let row = match (rows.pop(), rows.is_empty()) {
        (Some(row), true) => row,
        (row, _) => {
            let got = rows.len() + usize::from(row.is_some());
            return Err(question(format!("got {got} rows, expected one to be explained")));
        }
    };
    let names = answer.column_names().into_iter().map(str::to_owned);
    let answer = names.zip(row).collect();
    let mut figure = Figure { sql: one_line(sql), answer, ..Figure::default() };
    let mut found = Found { nodes: Vec::new() };
    found.visit(plan).map_err(|error| question(error.to_string()))?;
    for node in &found.nodes {
        let taken = take(context, node, cells, &mut figure).await;
        taken.map_err(|error| question(format!("its cells cannot be followed: {error}")))?;
    }
    figure.cells.sort_unstable();
    figure.cells.dedup();
    Ok(figure)
}

/// Parts of a plan in which rows of the published table are still whole.
struct Found {
    nodes: Vec<Node>,
}

enum Node {
    /// Rows are put into aggregates.
    Aggregated(Aggregate),
    /// Rows are used as they are.
    Whole(Box<LogicalPlan>),
}

impl Found {
    fn visit(&mut self, plan: &LogicalPlan) -> Result<()> {
        let is_grouped = |aggregate: &Aggregate| {
            !aggregate.group_expr.iter().any(|expr| matches!(expr, Expr::GroupingSet(_)))
        };
        match plan {
            LogicalPlan::Subquery(inner) => self.visit(&inner.subquery),
            LogicalPlan::Aggregate(aggregate)
                if is_grouped(aggregate) && !tables(aggregate.input.schema()).is_empty() =>
            {
                self.push(Node::Aggregated(aggregate.clone()));
                self.subqueries(plan)
            }
            _ if !tables(plan.schema()).is_empty() => {
                self.push(Node::Whole(Box::new(plan.clone())));
                self.subqueries(plan)
            }
            _ => {
                plan.apply_subqueries(|inner| {
                    self.visit(inner)?;
                    Ok(TreeNodeRecursion::Continue)
                })?;
                plan.inputs().into_iter().try_for_each(|input| self.visit(input))
            }
        }
    }

    /// Subqueries at any depth of a part that is taken whole.
    fn subqueries(&mut self, plan: &LogicalPlan) -> Result<()> {
        plan.apply_subqueries(|inner| {
            self.visit(inner)?;
            Ok(TreeNodeRecursion::Continue)
        })?;
        plan.inputs().into_iter().try_for_each(|input| self.subqueries(input))
    }

    /// A part that a question uses twice is followed once.
    fn push(&mut self, node: Node) {
        let plan = |node: &Node| match node {
            Node::Aggregated(aggregate) => LogicalPlan::Aggregate(aggregate.clone()),
            Node::Whole(plan) => plan.as_ref().clone(),
        };
        let new = plan(&node);
        if !self.nodes.iter().any(|known| plan(known) == new) {
            self.nodes.push(node);
        }
    }
}

/// Qualifiers under which a schema has every published column.
fn tables(schema: &DFSchema) -> Vec<Option<TableReference>> {
    let mut qualifiers: Vec<Option<TableReference>> = Vec::new();
    for (qualifier, _) in schema.iter() {
        if !qualifiers.iter().any(|known| known.as_ref() == qualifier) {
            qualifiers.push(qualifier.cloned());
        }
    }
    qualifiers.retain(|qualifier| {
        published_row::names()
            .all(|name| schema.index_of_column_by_name(qualifier.as_ref(), name).is_some())
    });
    qualifiers
}

async fn take(
    context: &SessionContext,
    node: &Node,
    cells: &mut Cells,
    figure: &mut Figure,
) -> Result<()> {
    let (input, groups, aggregates) = match node {
        Node::Whole(plan) => (plan.as_ref().clone(), Vec::new(), Vec::new()),
        Node::Aggregated(aggregate) => {
            let input = aggregate.input.as_ref().clone();
            let put = aggregate.aggr_expr.iter().map(put_in).collect::<Result<Vec<_>>>()?;
            (input, aggregate.group_expr.clone(), put)
        }
    };
    let tables = tables(input.schema());
    let mut select = Vec::new();
    for (at, table) in tables.iter().enumerate() {
        for name in published_row::names() {
            let column = Expr::Column(Column::new(table.clone(), name));
            select.push(column.alias(format!("row{at} {name}")));
        }
    }
    let first_group = select.len();
    for (at, group) in groups.iter().enumerate() {
        select.push(group.clone().alias(format!("group{at}")));
    }
    let first_value = select.len();
    for (at, put) in aggregates.iter().enumerate() {
        select.push(put.value.clone().alias(format!("value{at}")));
    }
    let frame = DataFrame::new(context.state(), input).select(select)?;
    let frame = frame.limit(0, Some(CELLS_MAX + 1))?;
    let rows = Rows::of(frame).await?;
    if rows.row_count() > CELLS_MAX {
        let message = format!("more than {CELLS_MAX} rows went into it");
        return Err(DataFusionError::Plan(message));
    }
    // Cells of each row, one for each table.
    let mut used: Vec<Vec<usize>> = vec![Vec::new(); rows.row_count()];
    for at in 0..tables.len() {
        let read = PublishedRow::all(&of_table(&rows, at)?).map_err(external)?;
        for (used, row) in used.iter_mut().zip(read) {
            used.push(cells.add(row));
        }
    }
    figure.cells.extend(used.iter().flatten());
    let Node::Aggregated(aggregate) = node else { return Ok(()) };
    let texts = rows.texts().map_err(external)?;
    let mut steps = totals(context, aggregate, &aggregates).await?;
    for (texts, cells) in texts.iter().zip(&used) {
        let group = &texts[first_group..first_value];
        for (at, value) in texts[first_value..].iter().enumerate() {
            let Some(value) = value else { continue };
            let is_it = |total: &&mut Total| total.aggregate == at && total.group == group;
            if let Some(total) = steps.iter_mut().find(is_it) {
                total.step.terms.push(Term { value: value.clone(), cells: cells.clone() });
            }
        }
    }
    // Rows come in no order; cells do.
    for total in &mut steps {
        total.step.terms.sort_by(|a, b| a.cells.cmp(&b.cells));
    }
    figure.steps.extend(steps.into_iter().map(|total| total.step));
    Ok(())
}

/// What an aggregate is given of each row.
struct Put {
    expression: String,
    is_sum: bool,
    value: Expr,
}

fn put_in(expr: &Expr) -> Result<Put> {
    let bare = expr.clone().unalias();
    let Expr::AggregateFunction(function) = &bare else {
        return Err(DataFusionError::Plan(format!("{expr} is no aggregate")));
    };
    let argument = function.params.args.first().cloned();
    let argument =
        argument.ok_or_else(|| DataFusionError::Plan(format!("{expr} takes nothing")))?;
    let value = match &function.params.filter {
        Some(filter) => when(filter.as_ref().clone(), argument).end()?,
        None => argument,
    };
    Ok(Put {
        expression: bare.human_display().to_string(),
        is_sum: function.func.name() == "sum" && !function.params.distinct,
        value,
    })
}

/// One value of an aggregate, by its group.
struct Total {
    aggregate: usize,
    group: Vec<Option<String>>,
    step: Step,
}

async fn totals(
    context: &SessionContext,
    aggregate: &Aggregate,
    aggregates: &[Put],
) -> Result<Vec<Total>> {
    let plan = LogicalPlan::Aggregate(aggregate.clone());
    let frame = DataFrame::new(context.state(), plan);
    let rows = Rows::of(frame).await?;
    let names: Vec<String> =
        aggregate.group_expr.iter().map(|group| group.human_display().to_string()).collect();
    let mut totals = Vec::new();
    let mut texts = rows.texts().map_err(external)?;
    texts.sort();
    for row in texts {
        let (group, values) = row.split_at(names.len());
        for (at, (put, value)) in aggregates.iter().zip(values).enumerate() {
            let told =
                names.iter().cloned().zip(group.iter().map(|g| g.clone().unwrap_or_default()));
            totals.push(Total {
                aggregate: at,
                group: group.to_vec(),
                step: Step {
                    expression: put.expression.clone(),
                    is_sum: put.is_sum,
                    group: told.collect(),
                    value: value.clone(),
                    terms: Vec::new(),
                },
            });
        }
    }
    Ok(totals)
}

/// The published columns of one table of a selection, under their own names.
fn of_table(rows: &Rows, at: usize) -> Result<Rows> {
    let prefix = format!("row{at} ");
    let fields = rows.schema.fields().iter().enumerate();
    let own: Vec<(usize, Field)> = fields
        .filter_map(|(index, field)| {
            let name = field.name().strip_prefix(&prefix)?;
            Some((index, field.as_ref().clone().with_name(name)))
        })
        .collect();
    let fields: Vec<Field> = own.iter().map(|(_, field)| field.clone()).collect();
    let schema = Arc::new(Schema::new(fields));
    let batches = rows.batches.iter().map(|batch| {
        let columns = own.iter().map(|(index, _)| Arc::clone(batch.column(*index))).collect();
        RecordBatch::try_new(Arc::clone(&schema), columns).map_err(DataFusionError::from)
    });
    Ok(Rows { batches: batches.collect::<Result<_>>()?, schema })
}

fn external(error: crate::error::Error) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}
